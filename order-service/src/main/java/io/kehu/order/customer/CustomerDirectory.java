package io.kehu.order.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Looks up customers in the replica, and those missing there in customer-service.
 */
@Service
public class CustomerDirectory {

	/** The number of customers that one request may name. */
	private static final int MOST = 200;

	private final CustomerReplica replica;

	private final CustomerServiceApi customers;

	CustomerDirectory(CustomerReplica replica, CustomerServiceApi customers) {
		this.replica = replica;
		this.customers = customers;
	}

	/**
	 * Looks up the customers of many orders: all with one query in the replica, then the
	 * missing ones with one call each. After a failed call no more calls are made. A
	 * merged customer is found as its survivor.
	 */
	public Customers resolveAll(Collection<CustomerReference> references) {
		if (seesNone()) {
			return new Customers();
		}
		List<UUID> ids = references.stream().map(CustomerReference::id).filter(Objects::nonNull).distinct().toList();
		List<String> keys = references.stream()
			.map(CustomerReference::externalId)
			.filter(Objects::nonNull)
			.map(ExternalCustomerId::key)
			.distinct()
			.toList();
		Customers known = new Customers();
		this.replica.find(ids, keys)
			.forEach((customer) -> known.add(customer.asked(), customer.id(), customer.externalKeys()));
		for (CustomerReference reference : new LinkedHashSet<>(references)) {
			if (known.find(reference) == null && known.failure == null) {
				fetch(reference, known);
			}
		}
		hideUnseen(known);
		return known;
	}

	/**
	 * Checks, in the transaction that stores an order, that its customer was not deleted
	 * since it was looked up.
	 * @throws ProblemException 400 if it was
	 */
	public void checkPresent(UUID customer) {
		if (this.replica.lockDeleted(customer)) {
			throw ProblemException.invalid("/customerId", "unknown_reference", "there is no such customer");
		}
	}

	/**
	 * Returns the tags of these customers, as far as the replica has them.
	 */
	public Map<UUID, Set<String>> tags(Collection<UUID> ids) {
		return ids.isEmpty() ? Map.of() : this.replica.tags(ids);
	}

	/**
	 * Returns whether the caller is a user without access to customers. A client without
	 * it, such as a shop, refers to customers by the numbers that it already has.
	 */
	private static boolean seesNone() {
		return Callers.find().filter((caller) -> caller.userId() != null && !caller.may("customer:read")).isPresent();
	}

	/**
	 * Removes customers that the caller may not see, whatever order-service knows of
	 * them. For callers with access to all customers, and clients without any,
	 * customer-service need not be asked.
	 */
	private void hideUnseen(Customers known) {
		Scope scope = Callers.find().flatMap((caller) -> caller.scope("customer:read")).orElse(Scope.ALL);
		if (scope == Scope.ALL || known.byId.isEmpty()) {
			return;
		}
		try {
			known.retain(seenAsCaller(known.byId.values()));
		}
		catch (ServiceUnavailableException ex) {
			known.retain(Set.of());
			known.failure = ex;
		}
	}

	/**
	 * Returns which of these customers the caller may see. Must not be called in a
	 * transaction, since customer-service may have to be asked.
	 * @throws ServiceUnavailableException when customer-service could not be asked
	 */
	Set<UUID> seen(Collection<UUID> ids) {
		Scope scope = Callers.current().scope("customer:read").orElse(null);
		return (scope == null) ? Set.of() : (scope == Scope.ALL) ? Set.copyOf(ids) : seenAsCaller(ids);
	}

	private Set<UUID> seenAsCaller(Collection<UUID> customers) {
		List<UUID> ids = customers.stream().distinct().toList();
		Set<UUID> seen = new HashSet<>();
		for (int from = 0; from < ids.size(); from += MOST) {
			List<UUID> some = ids.subList(from, Math.min(from + MOST, ids.size()));
			this.customers.see(true, new CustomerServiceApi.Wanted(some))
				.results()
				.stream()
				.filter(CustomerServiceApi.Result::found)
				.forEach((result) -> seen.add(result.id()));
		}
		return seen;
	}

	private void fetch(CustomerReference reference, Customers known) {
		try {
			Optional<CustomerState> found = call(reference);
			found.filter((customer) -> customer.deletedAt() == null).ifPresent((customer) -> {
				this.replica.store(List.of(customer));
				known.add((reference.id() != null) ? reference.id() : customer.id(), customer.id(),
						List.of(customer.externalKeys()));
			});
		}
		catch (ServiceUnavailableException ex) {
			known.failure = ex;
		}
	}

	private Optional<CustomerState> call(CustomerReference reference) {
		if (reference.id() != null) {
			return this.customers.find(reference.id());
		}
		ExternalCustomerId externalId = Objects.requireNonNull(reference.externalId());
		return this.customers.list(externalId.key(), 1).items().stream().findFirst();
	}

	/**
	 * The result of a lookup.
	 */
	public static final class Customers {

		private final Map<String, UUID> byExternalKey = new HashMap<>();

		private final Map<UUID, UUID> byId = new HashMap<>();

		private @Nullable ServiceUnavailableException failure;

		private Customers() {
		}

		private void add(UUID asked, UUID id, List<String> externalKeys) {
			this.byId.put(asked, id);
			externalKeys.forEach((key) -> this.byExternalKey.put(key, id));
		}

		private void retain(Set<UUID> seen) {
			this.byId.values().retainAll(seen);
			this.byExternalKey.values().retainAll(seen);
		}

		/** Returns the id of a customer, or null if it was not found. */
		public @Nullable UUID find(CustomerReference reference) {
			ExternalCustomerId externalId = reference.externalId();
			return (reference.id() != null || externalId == null) ? this.byId.get(reference.id())
					: this.byExternalKey.get(externalId.key());
		}

		/**
		 * Returns the id of a customer.
		 * @throws ProblemException 400 when there is no such customer
		 * @throws ServiceUnavailableException when customer-service could not be asked
		 */
		public UUID require(CustomerReference reference) {
			UUID found = find(reference);
			if (found != null) {
				return found;
			}
			if (this.failure != null) {
				throw this.failure;
			}
			throw ProblemException.invalid((reference.id() != null) ? "/customerId" : "/customerExternalId",
					"unknown_reference", "there is no such customer");
		}

	}

}
