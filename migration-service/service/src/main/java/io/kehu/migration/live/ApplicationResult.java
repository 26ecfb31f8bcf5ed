package io.kehu.migration.live;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The outcome of applying a linkage.
 *
 * @param counts the numbers of records by their outcome, on the same level in JSON
 * @param unmapped the columns that do not map to a field of a customer
 * @param warnings what the linkage leaves open
 */
record ApplicationResult(@JsonUnwrapped RowCounts counts, List<String> unmapped, List<String> warnings) {
}
