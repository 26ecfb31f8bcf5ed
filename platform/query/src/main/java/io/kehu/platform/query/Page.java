package io.kehu.platform.query;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items the records
 * @param nextCursor the cursor of the next page, or null on the last page
 * @param total the number of matching records on all pages, or null if it was not
 * requested
 */
public record Page<T>(List<T> items, @Nullable String nextCursor,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

	/**
	 * Returns a copy of the page with the items converted by the given function.
	 */
	public <U> Page<U> map(Function<List<T>, List<U>> mapping) {
		return new Page<>(mapping.apply(this.items), this.nextCursor, this.total);
	}

	/**
	 * Returns a page that contains the whole list.
	 */
	public static <T> Page<T> whole(List<T> items) {
		return new Page<>(items, null, null);
	}

}
