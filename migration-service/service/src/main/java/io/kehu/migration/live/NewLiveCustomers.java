package io.kehu.migration.live;

import java.util.Map;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the live customers as a data set.
 *
 * @param name what people shall call it
 * @param filters which customers, as their list takes it: "tag", "createdAt[gte]" or "q",
 * say, each with its value; all when left out
 */
record NewLiveCustomers(@Nullable @Size(min = 1, max = 255) String name,
		@Nullable @Size(max = 20) Map<String, @Size(max = 1000) String> filters) {
}
