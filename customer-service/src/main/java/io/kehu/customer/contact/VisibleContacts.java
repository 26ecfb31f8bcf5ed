package io.kehu.customer.contact;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Restricts queries of other features to the contacts that the caller may see.
 */
@Component
public class VisibleContacts {

	private final Access access;

	VisibleContacts(Access access) {
		this.access = access;
	}

	/**
	 * Returns the condition that selects these contacts.
	 * @param alias the alias of the table {@code contact} in the query
	 */
	public Restriction restriction(String alias) {
		return this.access.restriction(Contact.class, AccessLevel.READ, alias);
	}

	/**
	 * Returns the condition that selects the contacts whose personal data the caller sees
	 * in clear, as far as it sees the contacts.
	 * @param alias the alias of the table {@code contact} in the query
	 */
	public Restriction clear(String alias) {
		return this.access.covered(Contact.class, "customer:pii", alias);
	}

}
