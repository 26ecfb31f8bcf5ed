package io.kehu.customer.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordLookup;
import org.jspecify.annotations.Nullable;

/**
 * The customers that a chunk of details refers to: found with one query, and extended as
 * new ones are created.
 */
final class CustomerLookup implements RecordLookup<CustomerDetails, Customer> {

	private final Map<ExternalId, Customer> customers = new HashMap<>();

	private final Set<UUID> parents;

	private CustomerLookup(Set<UUID> parents) {
		this.parents = parents;
	}

	static CustomerLookup of(CustomerRepository repository, Collection<CustomerDetails> details,
			UnaryOperator<Set<UUID>> referable) {
		Set<UUID> parents = details.stream()
			.map(CustomerDetails::parentId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		CustomerLookup lookup = new CustomerLookup(parents.isEmpty() ? Set.of() : referable.apply(parents));
		repository.findByExternalIds(details.stream().flatMap((one) -> one.externalIds().stream()).distinct().toList())
			.forEach(lookup::add);
		return lookup;
	}

	@Override
	public Set<ExternalId> keys() {
		return this.customers.keySet();
	}

	@Override
	public void add(Customer customer) {
		customer.externalIds().forEach((id) -> this.customers.put(id, customer));
	}

	@Override
	public @Nullable Customer find(CustomerDetails details) {
		Customer found = null;
		for (ExternalId id : details.externalIds()) {
			Customer customer = this.customers.get(id);
			if (customer != null && found != null && !same(customer, found)) {
				throw taken(details, id, "belongs to another customer");
			}
			found = (customer != null) ? customer : found;
			if (customer != null && customer.deleted()) {
				throw taken(details, id, "belongs to a deleted customer that can be restored");
			}
		}
		return found;
	}

	@Override
	public void check(CustomerDetails details, @Nullable Customer customer) {
		for (ExternalId id : details.externalIds()) {
			Customer holder = this.customers.get(id);
			if (holder != null && (customer == null || !same(holder, customer))) {
				throw taken(details, id, "belongs to another customer");
			}
		}
		UUID parent = details.parentId();
		boolean itself = customer != null && customer.id().equals(parent);
		boolean same = customer != null && Objects.equals(parent, customer.parentId());
		if (parent != null && !same && (itself || !this.parents.contains(parent))) {
			throw ProblemException.invalid("/parentId", "unknown_reference",
					"there is no customer with this id that can be the parent");
		}
	}

	private static boolean same(Customer one, Customer other) {
		return one.id().equals(other.id());
	}

	private static ProblemException taken(CustomerDetails details, ExternalId id, String message) {
		return ProblemException.conflict("/externalIds/" + details.externalIds().indexOf(id), "conflict",
				"%s:%s %s".formatted(id.system(), id.id(), message));
	}

}
