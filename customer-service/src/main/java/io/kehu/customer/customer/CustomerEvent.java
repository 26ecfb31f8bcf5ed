package io.kehu.customer.customer;

import io.kehu.platform.record.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a customer, for the world to know.
 */
enum CustomerEvent {

	REGISTERED, CHANGED, DELETED, RESTORED;

	static final String TOPIC = "kehu.customers";

	/**
	 * Returns the change as the journal notes it.
	 */
	RecordChange of(@Nullable CustomerView before, CustomerView after) {
		String action = name().toLowerCase(java.util.Locale.ROOT);
		return new RecordChange(TOPIC, "io.kehu.customer." + action + ".v1", action, after.id(), after.version(),
				before, after);
	}

}
