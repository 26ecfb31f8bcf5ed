package io.kehu.migration.live;

import java.util.List;

/**
 * The result of a dry run, in customers.
 *
 * @param liveCustomers the number of live customers when the dry run began
 * @param created the customers that would be created
 * @param changed the customers that would be changed
 * @param merged the customers that would be merged into others
 * @param unchanged the customers to which nothing would be done
 * @param rejected the clusters and customers that would be rejected, each with its reason
 * @param confirmed the numbers to confirm if they are many; these are upper bounds, which
 * include customers that already have all values
 * @param unmapped the columns that do not map to a field of a customer
 * @param rows the same in rows, as the result of the application would count them
 * @param warnings what the linkage leaves open
 */
record DryRunResult(long liveCustomers, long created, long changed, long merged, long unchanged, long rejected,
		Confirmation confirmed, List<String> unmapped, RowCounts rows, List<String> warnings) {
}
