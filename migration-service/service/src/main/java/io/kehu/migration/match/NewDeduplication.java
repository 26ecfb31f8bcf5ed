package io.kehu.migration.match;

import java.util.List;
import java.util.Locale;

import io.kehu.migration.matching.neighbourhood.SortedNeighbourhood;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request to remove duplicates.
 *
 * @param sources the data sets to search together
 * @param columns the columns that must be equal, or similar; all if empty
 * @param method the method of the search; hash by default
 * @param passes for the method neighbourhood, the columns by which rows are sorted in
 * each pass; absent for other methods
 * @param window for the method neighbourhood, the number of adjacent rows to compare; 10
 * by default
 * @param likeness for the method neighbourhood, the mean similarity of the columns from
 * which on rows are duplicates; 0.9 by default
 * @param name the name of the data set without duplicates
 */
record NewDeduplication(@NotEmpty @Size(max = 20) List<@Valid MatchSource> sources,
		@Nullable @Size(max = 200) List<String> columns, @Nullable Method method,
		@Nullable @Size(min = 1, max = 10) List<@NotEmpty List<String>> passes,
		@Nullable @Min(2) @Max(100) Integer window, @Nullable @DecimalMin("0.5") @DecimalMax("1") Double likeness,
		@Nullable @Size(min = 1, max = 255) String name) {

	private static final int USUAL_WINDOW = 10;

	private static final double USUAL_LIKENESS = 0.9;

	List<String> columnsOrAll() {
		return (this.columns != null) ? this.columns : List.of();
	}

	/** Returns the neighbourhood search, or null for other methods. */
	@Nullable SortedNeighbourhood neighbourhood() {
		if (methodOrUsual() != Method.NEIGHBOURHOOD || this.passes == null) {
			return null;
		}
		return new SortedNeighbourhood(this.passes, (this.window != null) ? this.window : USUAL_WINDOW,
				(this.likeness != null) ? this.likeness : USUAL_LIKENESS);
	}

	Method methodOrUsual() {
		return (this.method != null) ? this.method : Method.HASH;
	}

	/**
	 * Methods of finding duplicates; both methods of finding equal rows have the same
	 * result.
	 */
	enum Method {

		/** Equal rows by hashing. */
		HASH,

		/** Equal rows by sorting. */
		SORT,

		/**
		 * Similar rows among those that are adjacent when sorted.
		 */
		NEIGHBOURHOOD;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
