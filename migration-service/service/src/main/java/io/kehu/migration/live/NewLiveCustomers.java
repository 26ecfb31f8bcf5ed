package io.kehu.migration.live;

import java.util.Map;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to fetch the live customers into a data set.
 *
 * @param name the name of the data set
 * @param filters the filters of the list of customers with their values, such as "tag",
 * "createdAt[gte]" or "q"; all customers if absent
 */
record NewLiveCustomers(@Nullable @Size(min = 1, max = 255) String name,
		@Nullable @Size(max = 20) Map<String, @Size(max = 1000) String> filters) {
}
