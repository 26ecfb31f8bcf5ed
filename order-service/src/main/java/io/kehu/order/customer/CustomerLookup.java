package io.kehu.order.customer;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.record.ChunkCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks up the customers of records before the transaction of a change, and holds them
 * until the change has been made.
 */
@Component
public class CustomerLookup {

	private static final ThreadLocal<CustomerDirectory.@Nullable Customers> FOUND = new ThreadLocal<>();

	private final CustomerDirectory directory;

	private final JdbcTemplate jdbc;

	CustomerLookup(CustomerDirectory directory, JdbcTemplate jdbc) {
		this.directory = directory;
		this.jdbc = jdbc;
	}

	/** Looks up customers, and returns what forgets them. */
	public Runnable begin(Set<UUID> ids) {
		FOUND.set(resolve(ids));
		return FOUND::remove;
	}

	/**
	 * Returns the check that the customer of a record exists and is visible to the
	 * caller. It is neither merged nor deleted until the transaction ends.
	 * @param customer returns the id that details refer to
	 */
	public <D> ChunkCheck<D> check(Function<D, UUID> customer) {
		return new ExistingCustomer<>(this, this.jdbc, customer);
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
