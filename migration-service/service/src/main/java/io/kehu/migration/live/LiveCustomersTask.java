package io.kehu.migration.live;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a job that fetches the live customers is to do.
 *
 * @param dataSetId the data set to be made
 * @param filters which customers; absent for all
 */
record LiveCustomersTask(UUID dataSetId, @Nullable Map<String, String> filters) {

	Map<String, String> filtersOrNone() {
		return Objects.requireNonNullElse(this.filters, Map.of());
	}

}
