package io.kehu.customer.support;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Restricts queries of other features to the cases that the caller may see.
 */
@Component
public class VisibleCases {

	private final Access access;

	VisibleCases(Access access) {
		this.access = access;
	}

	/**
	 * Returns the condition that selects these cases.
	 * @param alias the alias of the table {@code support_case} in the query
	 */
	public Restriction restriction(String alias) {
		return this.access.restriction(SupportCase.class, AccessLevel.READ, alias);
	}

}
