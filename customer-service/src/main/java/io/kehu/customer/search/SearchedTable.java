package io.kehu.customer.search;

import io.kehu.platform.access.Restriction;

/**
 * How a kind of record is searched. Its table has the alias {@code r}.
 *
 * @param name the expression of its name
 * @param customer the expression of the id of its customer
 * @param keys the query of the ids of records with external ids, up to their values
 * @param values whether it has e-mail addresses and phone numbers
 * @param tags whether it has tags
 * @param terms whether it has names of people or companies
 * @param numbered whether it has a number
 * @param visible selects the records that the caller may see
 * @param clear selects the records whose personal data the caller sees in clear
 */
record SearchedTable(SearchKind kind, String table, String name, String customer, String keys, boolean values,
		boolean tags, boolean terms, boolean numbered, Restriction visible, Restriction clear) {
}
