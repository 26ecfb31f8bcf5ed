package io.kehu.platform.query;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the records
 * @param nextCursor what to ask the next page with, or null on the last one
 * @param total how many records match in all, when it was asked for
 */
public record Page<T>(List<T> items, @Nullable String nextCursor,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

	/**
	 * Returns the same page with other items.
	 */
	public <U> Page<U> map(Function<List<T>, List<U>> mapping) {
		return new Page<>(mapping.apply(this.items), this.nextCursor, this.total);
	}

	/**
	 * Returns a page that is the whole list.
	 */
	public static <T> Page<T> whole(List<T> items) {
		return new Page<>(items, null, null);
	}

}
