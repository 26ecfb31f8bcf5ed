package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The customers of a group, from the top of the hierarchy that a customer belongs to.
 *
 * @param items the customers that the caller may see, those of a level together
 * @param truncated whether there are more than are listed
 */
record CustomerTree(List<Node> items, boolean truncated) {

	/**
	 * A customer in its group.
	 *
	 * @param parentId the customer above it, which the caller may not be able to see
	 * @param depth the number of customers above it
	 */
	record Node(UUID id, @Nullable UUID parentId, int depth, String name, CustomerKind kind, CustomerStatus status) {
	}

}
