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

	/**
	 * Held by transactions that move a customer, so that no two of them close a cycle.
	 */
	private static final String HIERARCHY = "customer:hierarchy";

	private final Map<ExternalId, Customer> customers = new HashMap<>();

	private final CustomerRepository repository;

	private final Set<UUID> parents;

	private CustomerLookup(CustomerRepository repository, Set<UUID> parents) {
		this.repository = repository;
		this.parents = parents;
	}

	static CustomerLookup of(CustomerRepository repository, Collection<CustomerDetails> details,
			UnaryOperator<Set<UUID>> referable) {
		Set<UUID> parents = details.stream()
			.map(CustomerDetails::parentId)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		CustomerLookup lookup = new CustomerLookup(repository, parents.isEmpty() ? Set.of() : referable.apply(parents));
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
				throw taken(customer, details, id, "belongs to another customer");
			}
			found = (customer != null) ? customer : found;
			if (customer != null && customer.deleted()) {
				throw taken(customer, details, id, "belongs to a deleted customer, which can be restored");
			}
		}
		return found;
	}

	@Override
	public void check(CustomerDetails details, @Nullable Customer customer) {
		for (ExternalId id : details.externalIds()) {
			Customer holder = this.customers.get(id);
			if (holder != null && (customer == null || !same(holder, customer))) {
				throw taken(holder, details, id, "belongs to another customer");
			}
		}
		UUID parent = details.parentId();
		if (parent != null && (customer == null || !parent.equals(customer.parentId()))) {
			checkParent(parent, customer);
		}
	}

	private void checkParent(UUID parent, @Nullable Customer customer) {
		if (!this.parents.contains(parent)) {
			throw ProblemException.invalid("/parentId", "unknown_reference",
					"there is no customer with this id that can be the parent");
		}
		if (customer != null) {
			this.repository.lock(HIERARCHY);
			if (this.repository.isAbove(Set.of(customer.id()), parent)) {
				throw ProblemException.invalid("/parentId", "cycle", "is this customer itself, or one below it");
			}
		}
	}

	private static boolean same(Customer one, Customer other) {
		return one.id().equals(other.id());
	}

	private static ProblemException taken(Customer holder, CustomerDetails details, ExternalId id, String message) {
		return ProblemException.heldBy(holder.id(), "/externalIds/" + details.externalIds().indexOf(id),
				"%s:%s %s".formatted(id.system(), id.id(), message));
	}

}
