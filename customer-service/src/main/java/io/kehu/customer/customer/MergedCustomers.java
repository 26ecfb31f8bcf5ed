package io.kehu.customer.customer;

import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.access.Access;

import org.springframework.stereotype.Component;

/**
 * Finds what became of merged customers.
 */
@Component
class MergedCustomers {

	private final CustomerRepository customers;

	private final Access access;

	MergedCustomers(CustomerRepository customers, Access access) {
		this.customers = customers;
		this.access = access;
	}

	/**
	 * Returns the survivor of a merged customer, if the caller may see the merged one.
	 */
	Optional<UUID> survivorOf(UUID id) {
		return this.access.visible(Customer.class, id) ? this.customers.findSurvivor(id) : Optional.empty();
	}

}
