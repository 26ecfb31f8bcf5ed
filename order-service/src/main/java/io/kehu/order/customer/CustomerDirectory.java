package io.kehu.order.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Knows whether a customer exists: from the replica, and where that does not know it from
 * customer-service. When neither can tell, nobody guesses.
 */
@Service
public class CustomerDirectory {

	private final CustomerReplica replica;

	private final CustomerApi customers;

	CustomerDirectory(CustomerReplica replica, CustomerApi customers) {
		this.replica = replica;
		this.customers = customers;
	}

	/**
	 * Returns the customer of one order; for one that was merged, the one that stands for
	 * it.
	 * @throws ProblemException when there is no such customer
	 * @throws ServiceUnavailableException when neither the replica nor customer-service
	 * can tell
	 */
	public UUID resolve(CustomerReference reference) {
		return resolveAll(List.of(reference)).require(reference);
	}

	/**
	 * Looks the customers of many orders up: all by one query in the replica, then those
	 * that are missing there by one call each. Once customer-service does not answer, it
	 * is not asked again for the others.
	 */
	public Customers resolveAll(Collection<CustomerReference> references) {
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
				ask(reference, known);
			}
		}
		return known;
	}

	private void ask(CustomerReference reference, Customers known) {
		try {
			Optional<CustomerSeen> found = fetch(reference);
			found.filter((customer) -> customer.deletedAt() == null).ifPresent((customer) -> {
				this.replica.remember(List.of(customer));
				known.add((reference.id() != null) ? reference.id() : customer.id(), customer.id(),
						List.of(customer.externalKeys()));
			});
		}
		catch (ServiceUnavailableException ex) {
			known.failure = ex;
		}
	}

	private Optional<CustomerSeen> fetch(CustomerReference reference) {
		if (reference.id() != null) {
			return this.customers.find(reference.id());
		}
		ExternalCustomerId externalId = Objects.requireNonNull(reference.externalId());
		return this.customers.list(externalId.key(), 1).items().stream().findFirst();
	}

	/**
	 * The customers that were found, and why others were not.
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

		private @Nullable UUID find(CustomerReference reference) {
			ExternalCustomerId externalId = reference.externalId();
			return (reference.id() != null || externalId == null) ? this.byId.get(reference.id())
					: this.byExternalKey.get(externalId.key());
		}

		/**
		 * Returns a customer's id.
		 * @throws ProblemException when there is no such customer
		 * @throws ServiceUnavailableException when neither the replica nor
		 * customer-service could tell
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
