package io.kehu.migration.match;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A data set to search for duplicates.
 *
 * @param dataSetId the data set
 * @param name the name of the source in decisions; the name of the data set by default
 * @param keyColumn the column with the permanent key of each record; records are numbered
 * by default, and so are those without a key, in which case decisions on them apply to
 * this data set alone
 * @param known whether its records are known entities, such as live customers: other
 * records join them, but they never join each other; by default, true for live customers
 * that are linked with other data sets
 */
record MatchSource(@NotNull UUID dataSetId, @Nullable @Size(min = 1, max = 255) String name, @Nullable String keyColumn,
		@Nullable Boolean known) {

	/** Returns this source with a name. */
	MatchSource named(String usual) {
		return new MatchSource(this.dataSetId, (this.name != null) ? this.name : usual, this.keyColumn, this.known);
	}

	/**
	 * Returns this source as one of live customers.
	 * @param mixed whether there are other sources, to which they are known by default
	 */
	MatchSource live(boolean mixed) {
		return new MatchSource(this.dataSetId, this.name, (this.keyColumn != null) ? this.keyColumn : "id",
				(this.known != null) ? this.known : mixed);
	}

	/** Returns the column that identifies the known entity of a record, if any. */
	@Nullable String entityColumn() {
		return Boolean.TRUE.equals(this.known) ? this.keyColumn : null;
	}

	/** Returns the name, which is set once the job has begun. */
	String knownAs() {
		return java.util.Objects.requireNonNull(this.name);
	}

}
