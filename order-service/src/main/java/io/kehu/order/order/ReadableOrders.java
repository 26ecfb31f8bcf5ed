package io.kehu.order.order;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Determines which orders the caller may read, for queries in other features.
 */
@Component
public class ReadableOrders {

	private final Access access;

	ReadableOrders(Access access) {
		this.access = access;
	}

	/** Returns whether the caller may read only some of the orders. */
	public boolean restricted() {
		return this.access.restricted(Order.class, AccessLevel.READ);
	}

	/**
	 * Returns the condition that selects the orders that the caller may read.
	 * @param alias the alias of the table in the query
	 */
	public Restriction restriction(String alias) {
		return this.access.restriction(Order.class, AccessLevel.READ, alias);
	}

}
