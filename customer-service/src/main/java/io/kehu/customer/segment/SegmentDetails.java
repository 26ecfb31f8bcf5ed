package io.kehu.customer.segment;

import io.kehu.platform.json.Texts;
import io.kehu.platform.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a segment.
 *
 * @param kind dynamic by default; never changes
 * @param filter the filter of a dynamic segment, as in the query string of a list of
 * customers, for example {@code status=active&orderCount[gte]=3}
 */
record SegmentDetails(@NotBlank @Size(max = 100) String name, @Nullable @Size(max = 1000) String description,
		SegmentKind kind, @Nullable @Size(max = 2000) String filter) {

	SegmentDetails {
		name = Texts.visible(name);
		description = Texts.orNull(description);
		kind = (kind != null) ? kind : SegmentKind.DYNAMIC;
		filter = Texts.orNull(filter);
	}

	/**
	 * Checks that only a dynamic segment has a filter.
	 * @throws ProblemException 400 if not
	 */
	void check() {
		if ((this.kind == SegmentKind.DYNAMIC) != (this.filter != null)) {
			throw ProblemException.invalid("/filter", (this.filter != null) ? "conflict" : "required",
					(this.filter != null) ? "a static segment has none" : "a dynamic segment needs one");
		}
	}

}
