package io.kehu.platform.query;

import java.util.List;
import java.util.Map;
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
 * @param included the records that the items refer to, by the names of the references, or
 * null if none were requested
 */
public record Page<T>(List<T> items, @Nullable String nextCursor,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, List<?>> included) {

	/** Creates a page without included records. */
	public Page(List<T> items, @Nullable String nextCursor, @Nullable Long total) {
		this(items, nextCursor, total, null);
	}

	/** Returns a copy that also contains the records that its items refer to. */
	public Page<T> including(Map<String, List<?>> records) {
		return new Page<>(this.items, this.nextCursor, this.total, records);
	}

	/**
	 * Returns a copy of the page with the items converted by the given function.
	 */
	public <U> Page<U> map(Function<List<T>, List<U>> mapping) {
		return new Page<>(mapping.apply(this.items), this.nextCursor, this.total, this.included);
	}

	/**
	 * Returns a page that contains the whole list.
	 */
	public static <T> Page<T> whole(List<T> items) {
		return new Page<>(items, null, null);
	}

}
