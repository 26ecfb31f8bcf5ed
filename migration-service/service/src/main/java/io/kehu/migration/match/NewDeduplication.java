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
 * Asks for duplicates to be left out.
 *
 * @param sources the data sets, searched together
 * @param columns the columns that must be the same, or alike; none for all
 * @param method how they are found, else by hash
 * @param passes for neighbourhood, by which columns the rows are sorted, each time by
 * others; for exact duplicates absent
 * @param window for neighbourhood, how many rows that stand together are compared, else
 * 10
 * @param likeness for neighbourhood, from which mean likeness of the columns on rows
 * count as duplicates, else 0.9
 * @param name what people shall call the data set without them
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

	/** The search among neighbours, null when exact duplicates are wanted. */
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
	 * Ways to find duplicates; both ways to find exact ones find the same.
	 */
	enum Method {

		/** By hash. */
		HASH,

		/** By sorting. */
		SORT,

		/**
		 * Rows that are nearly the same, among those that sorting puts next to each
		 * other.
		 */
		NEIGHBOURHOOD;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
