package io.kehu.migration.live;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The task of a job that fetches the live customers.
 *
 * @param dataSetId the data set to create
 * @param filters the filters of the customers; absent for all
 */
record LiveCustomersTask(UUID dataSetId, @Nullable Map<String, String> filters) {

	Map<String, String> filtersOrNone() {
		return Objects.requireNonNullElse(this.filters, Map.of());
	}

}
