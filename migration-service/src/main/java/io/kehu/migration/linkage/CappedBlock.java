package io.kehu.migration.linkage;

/**
 * Says that a rule left out its largest blocks, because they held too many records to
 * compare.
 *
 * @param rule the rule's name
 * @param blocks how many blocks were left out
 * @param records how many records these held
 * @param largest size of the largest of them
 */
public record CappedBlock(String rule, int blocks, int records, int largest) {
}
