package io.kehu.customer.activity;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Restriction;

import org.springframework.stereotype.Component;

/**
 * Restricts queries of other features to the activities that the caller may see.
 */
@Component
public class VisibleActivities {

	private final Access access;

	VisibleActivities(Access access) {
		this.access = access;
	}

	/**
	 * Returns the condition that selects these activities.
	 * @param alias the alias of the table {@code activity} in the query
	 */
	public Restriction restriction(String alias) {
		return this.access.restriction(Activity.class, AccessLevel.READ, alias);
	}

}
