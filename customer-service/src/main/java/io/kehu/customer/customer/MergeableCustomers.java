package io.kehu.customer.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordStore;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and checks customers that take part in a merge, in the transaction of the merge.
 * A refusal does not roll that transaction back, since a bulk load continues with its
 * next line.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ProblemException.class)
public class MergeableCustomers {

	private final CustomerRepository customers;

	private final RecordStore<CustomerDetails, Customer, CustomerView> store;

	private final Access access;

	MergeableCustomers(CustomerRepository customers, RecordStore<CustomerDetails, Customer, CustomerView> store,
			Access access) {
		this.customers = customers;
		this.store = store;
		this.access = access;
	}

	/**
	 * Makes other merges of these customers wait until the transaction ends. Call it
	 * before any of them is read.
	 */
	public void lock(Collection<UUID> ids) {
		this.customers.lockAll(Set.copyOf(ids));
	}

	/** Returns the customers with these ids, including deleted ones. */
	public Map<UUID, CustomerView> find(Collection<UUID> ids) {
		Map<UUID, CustomerView> found = new HashMap<>();
		this.customers.findAllById(ids).forEach((customer) -> found.put(customer.id(), customer.view()));
		return found;
	}

	/** Returns the present customers directly below any of these, leaving out these. */
	public List<CustomerView> findChildren(Collection<UUID> parents) {
		return this.customers.findChildren(parents).stream().map(Customer::view).toList();
	}

	/** Returns which of these customers were merged into the survivor. */
	public Set<UUID> findMergedInto(UUID survivor, Collection<UUID> ids) {
		return this.customers.findMergedInto(survivor, ids);
	}

	/** Returns which of these external ids belong to customers other than this one. */
	public Set<ExternalId> findTaken(UUID customer, Collection<ExternalId> ids) {
		return this.store.holders(ids)
			.entrySet()
			.stream()
			.filter((holder) -> !holder.getValue().equals(customer))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Returns which of these customers the caller may name as a parent. */
	public Set<UUID> findReferable(Set<UUID> ids) {
		return this.store.referable(ids, AccessLevel.CHANGE);
	}

	/** Returns whether a customer is one of these or below one of them. */
	public boolean isBelow(Collection<UUID> ids, UUID customer) {
		return this.customers.isAbove(ids, customer);
	}

	/**
	 * Checks that the caller may see a customer, even a deleted one.
	 * @throws ProblemException 404 when there is none for this caller
	 */
	@Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = ProblemException.class)
	public void checkVisible(UUID id) {
		if (!this.customers.existsById(id) || !this.access.visible(Customer.class, id)) {
			throw ProblemException.notFound("customer", id);
		}
	}

	/**
	 * Checks that the caller may do this to a customer.
	 * @throws ProblemException 404 when the caller may not see it, 403 when the caller
	 * may not do this
	 */
	public void checkAccess(UUID id, AccessLevel level) {
		this.access.check(Customer.class, level, id, "customer");
	}

	/**
	 * Checks that a merge does not reveal personal data to the caller.
	 * @throws ProblemException 403 when it would
	 */
	public void checkRevealing(UUID survivor, Collection<UUID> merged, CustomerDetails outcome) {
		this.access.personal().checkMerge(Customer.class, survivor, merged, outcome.ownership());
	}

	/**
	 * Returns an outcome in which masks of personal data are replaced by the values that
	 * they stand for.
	 * @param combined the details that the masks were made of
	 */
	public CustomerDetails unmasked(CustomerDetails outcome, CustomerDetails combined) {
		return PersonalData.of(CustomerDetails.class).resolved(outcome, combined);
	}

	/** Masks the JSON of a customer if the caller may not see it in clear. */
	public void mask(UUID id, ObjectNode customer) {
		this.store.shown().mask(id, customer);
	}

	/** Returns a customer as the caller may see it. */
	public CustomerView shown(CustomerView view) {
		return this.store.shown().shown(view);
	}

	/**
	 * Checks the details that a survivor would get, except for the external ids that it
	 * takes over.
	 * @throws ProblemException 403 when the caller may not give it that owner and team,
	 * 400 or 409 when the details refer to what is missing or belongs to another customer
	 */
	public void checkOutcome(UUID survivor, CustomerDetails outcome, Set<ExternalId> takenOver) {
		Customer customer = this.customers.findById(survivor).orElseThrow();
		CustomerDetails checked = outcome
			.with(outcome.externalIds().stream().filter((id) -> !takenOver.contains(id)).toList());
		this.store.check(customer, checked);
	}

}
