package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that may stand for the same person or company.
 *
 * @param id its id, or null if the caller may not see the record
 * @param name its name; a mask if the caller may not see the record
 * @param hidden whether the caller may not see the record
 * @param score how likely it is the same, from 0 to 1
 * @param reasons what matches: {@code tax-number}, {@code email}, {@code phone},
 * {@code name}, {@code place}
 */
public record LikelyDuplicate(@Nullable UUID id, String name, boolean hidden, double score, List<String> reasons) {

	/** Returns a copy for callers that may not see the record. */
	public LikelyDuplicate masked() {
		String first = this.name.substring(0, this.name.offsetByCodePoints(0, 1));
		return new LikelyDuplicate(null, first + "***", true, this.score, this.reasons);
	}

}
