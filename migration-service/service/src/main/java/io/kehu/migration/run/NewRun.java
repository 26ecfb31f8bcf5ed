package io.kehu.migration.run;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to clean a data set.
 *
 * @param dataSetId the data set, which is not changed
 * @param definitionId the cleaning definition
 * @param revision the revision; the latest by default
 * @param seed the seed of samples, 42 by default; the same seed has the same result
 * @param name the name of the clean data set
 * @param references the columns with known keys, by the names that rules refer to
 */
record NewRun(@NotNull UUID dataSetId, @NotNull UUID definitionId, @Nullable @Positive Integer revision,
		@Nullable Long seed, @Nullable @Size(min = 1, max = 255) String name,
		@Nullable @Size(max = 20) Map<String, @Valid KeyReference> references) {

	private static final long SEED = 42;

	long seedOrUsual() {
		return (this.seed != null) ? this.seed : SEED;
	}

	Map<String, KeyReference> referencesOrNone() {
		return (this.references != null) ? this.references : Map.of();
	}

	/**
	 * A column of a data set as a set of known keys.
	 *
	 * @param dataSetId the data set
	 * @param column its column
	 */
	record KeyReference(@NotNull UUID dataSetId, @NotNull String column) {
	}

}
