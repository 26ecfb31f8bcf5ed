package io.kehu.migration.match;

import java.util.List;
import java.util.Locale;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for exact duplicates to be left out.
 *
 * @param sources the data sets, searched together
 * @param columns the columns that must be the same; none for all
 * @param method how they are found, else by hash
 * @param name what people shall call the data set without them
 */
record NewDeduplication(@NotEmpty @Size(max = 20) List<@Valid MatchSource> sources,
		@Nullable @Size(max = 200) List<String> columns, @Nullable Method method,
		@Nullable @Size(min = 1, max = 255) String name) {

	List<String> columnsOrAll() {
		return (this.columns != null) ? this.columns : List.of();
	}

	Method methodOrUsual() {
		return (this.method != null) ? this.method : Method.HASH;
	}

	/**
	 * Ways to find exact duplicates; all find the same.
	 */
	enum Method {

		/** By hash, in shares that instances divide among them. */
		HASH,

		/** By sorting, on one instance. */
		SORT;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
