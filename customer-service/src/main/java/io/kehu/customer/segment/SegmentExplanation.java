package io.kehu.customer.segment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Why a customer belongs to a segment, or does not.
 *
 * @param memberSince since when it is a member, or null if it is none
 * @param selected whether the filter selects it now; null if the segment has none
 * @param conditions the conditions of the filter
 */
record SegmentExplanation(@Nullable Instant memberSince, @Nullable Boolean selected, List<Condition> conditions) {

	/**
	 * A condition of the filter.
	 *
	 * @param parameter the field with its operator
	 * @param seen the values of the customer that it is about, as the caller sees them
	 * @param met whether the customer meets it now
	 */
	record Condition(String parameter, List<String> values, List<String> seen, boolean met) {
	}

}
