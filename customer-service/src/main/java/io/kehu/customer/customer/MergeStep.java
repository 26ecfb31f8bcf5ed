package io.kehu.customer.customer;

import java.util.Locale;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * What a merge did to one customer: all that is needed to undo it.
 *
 * @param customerId the customer
 * @param role its part in the merge
 * @param version its version after the merge
 * @param before what clients may change, as it was
 * @param after the same as the merge left it
 */
public record MergeStep(UUID customerId, Role role, long version, JsonNode before, JsonNode after) {

	/**
	 * The parts that customers have in a merge.
	 */
	public enum Role {

		/** Stands for all from now on. */
		SURVIVOR,

		/** Ends as a part of the survivor. */
		MERGED,

		/** Belonged to a merged customer, and belongs to the survivor now. */
		CHILD;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
