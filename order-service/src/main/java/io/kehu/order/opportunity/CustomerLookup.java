package io.kehu.order.opportunity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import io.kehu.order.customer.CustomerDirectory;
import io.kehu.order.customer.CustomerReference;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks up the customers of opportunities before the transaction of a change, and holds
 * them until the change has been made.
 */
@Component
class CustomerLookup {

	private static final ThreadLocal<CustomerDirectory.@Nullable Customers> FOUND = new ThreadLocal<>();

	private final CustomerDirectory directory;

	CustomerLookup(CustomerDirectory directory) {
		this.directory = directory;
	}

	/** Looks up customers, and returns what forgets them. */
	Runnable begin(Set<UUID> ids) {
		FOUND.set(resolve(ids));
		return FOUND::remove;
	}

	/**
	 * Returns the customers that were looked up for the current change, or else those
	 * with these ids.
	 */
	CustomerDirectory.Customers found(Collection<UUID> ids) {
		CustomerDirectory.Customers found = FOUND.get();
		return (found != null) ? found : resolve(ids);
	}

	private CustomerDirectory.Customers resolve(Collection<UUID> ids) {
		return this.directory.resolveAll(ids.stream().map((id) -> new CustomerReference(id, null)).toList());
	}

}
