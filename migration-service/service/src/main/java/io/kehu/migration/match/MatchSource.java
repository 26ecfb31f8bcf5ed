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
 * @param known whether its records are known to be entities of their own, such as live
 * customers: others join them, and they never join each other
 */
record MatchSource(@NotNull UUID dataSetId, @Nullable @Size(min = 1, max = 255) String name, @Nullable String keyColumn,
		@Nullable Boolean known) {

	/** The same source with the name by which it is known. */
	MatchSource named(String usual) {
		return new MatchSource(this.dataSetId, (this.name != null) ? this.name : usual, this.keyColumn, this.known);
	}

	/** The column that says which entity a record is known to be, if any. */
	@Nullable String entityColumn() {
		return Boolean.TRUE.equals(this.known) ? this.keyColumn : null;
	}

	/** The name; given or found when the job was begun. */
	String knownAs() {
		return java.util.Objects.requireNonNull(this.name);
	}

}
