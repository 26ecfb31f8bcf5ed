package io.kehu.customer.campaign;

/**
 * Whom a campaign would reach if the caller started it now.
 *
 * @param customers the number of members of its segments that the caller may see
 * @param excluded how many of them are members of excluded segments
 * @param recipients the number of people among the others, and among their contacts, who
 * have consented and have an e-mail address
 */
record AudienceSize(long customers, long excluded, long recipients) {
}
