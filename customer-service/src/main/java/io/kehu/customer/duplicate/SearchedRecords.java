package io.kehu.customer.duplicate;

import io.kehu.platform.access.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * The records among which duplicates are searched.
 *
 * @param table the table, with the alias {@code r}
 * @param name the expression of the name
 * @param place the expression of the cities and postal codes, an array in JSON, or null
 * @param exact the condition of records with exactly the name {@code :exact}, which uses
 * an index, also for names in Chinese, Japanese and Korean
 * @param taxNumber whether the records have tax numbers
 * @param visible selects the records that the caller may see
 * @param clear selects the records whose personal data the caller sees in clear
 */
record SearchedRecords(String table, String name, @Nullable String place, String exact, boolean taxNumber,
		Restriction visible, Restriction clear) {
}
