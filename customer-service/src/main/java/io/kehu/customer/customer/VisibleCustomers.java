package io.kehu.customer.customer;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Restricts queries of other features to the customers that the caller may see.
 */
@Component
public class VisibleCustomers {

	private final Access access;

	VisibleCustomers(Access access) {
		this.access = access;
	}

	/**
	 * Returns the condition that selects these customers.
	 * @param alias the alias of the table {@code customer} in the query
	 */
	public Restriction restriction(String alias) {
		return this.access.restriction(Customer.class, AccessLevel.READ, alias);
	}

	/**
	 * Returns the condition that selects the customers whose personal data the caller
	 * sees in clear, as far as it sees the customers.
	 * @param alias the alias of the table {@code customer} in the query
	 */
	public Restriction clear(String alias) {
		return this.access.covered(Customer.class, "customer:pii", alias);
	}

}
