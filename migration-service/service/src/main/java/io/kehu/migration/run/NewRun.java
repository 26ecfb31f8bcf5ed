package io.kehu.migration.run;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a data set to be cleaned.
 *
 * @param dataSetId the data set; left as it is
 * @param definitionId the cleaning definition
 * @param revision which revision of it, else the newest
 * @param seed where samples start from, else 42; the same seed gives the same result
 * @param name what people shall call the clean data set
 * @param references where the sets of known keys are that rules name
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
