package io.kehu.customer.lead;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Restricts queries of other features to the leads that the caller may see.
 */
@Component
public class VisibleLeads {

	private final Access access;

	VisibleLeads(Access access) {
		this.access = access;
	}

	/**
	 * Returns the condition that selects these leads.
	 * @param alias the alias of the table {@code lead} in the query
	 */
	public Restriction restriction(String alias) {
		return this.access.restriction(Lead.class, AccessLevel.READ, alias);
	}

	/**
	 * Returns the condition that selects the leads whose personal data the caller sees in
	 * clear, as far as it sees the leads.
	 * @param alias the alias of the table {@code lead} in the query
	 */
	public Restriction clear(String alias) {
		return this.access.covered(Lead.class, "customer:pii", alias);
	}

}
