package io.kehu.migration.match;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A data set to be searched for duplicates.
 *
 * @param dataSetId the data set
 * @param name by which decisions remember its records from run to run, else the data
 * set's name
 * @param keyColumn the column that names each record from run to run, else the records
 * are numbered
 */
record MatchSource(@NotNull UUID dataSetId, @Nullable @Size(min = 1, max = 255) String name,
		@Nullable String keyColumn) {

	/** The same source with the name by which it is known. */
	MatchSource named(String usual) {
		return new MatchSource(this.dataSetId, (this.name != null) ? this.name : usual, this.keyColumn);
	}

	/** The name; given or found when the job was begun. */
	String knownAs() {
		return java.util.Objects.requireNonNull(this.name);
	}

}
