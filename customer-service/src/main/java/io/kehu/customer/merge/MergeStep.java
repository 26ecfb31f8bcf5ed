package io.kehu.customer.merge;

import java.util.UUID;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a merge changed of one customer: all that is needed to undo it.
 *
 * @param customerId the customer
 * @param role its part in the merge
 * @param version its version after the merge
 * @param before its client-writable fields before the merge
 * @param after its client-writable fields after the merge
 */
record MergeStep(UUID customerId, Role role, long version, ObjectNode before, ObjectNode after) {

	/**
	 * The parts that customers have in a merge.
	 */
	enum Role {

		/** The customer that remains. */
		SURVIVOR,

		/** A customer that became part of the survivor. */
		MERGED,

		/** A customer that was moved from a merged parent to the survivor. */
		CHILD

	}

}
