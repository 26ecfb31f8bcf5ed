package io.kehu.customer.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.Deed;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordTools;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges customers, one set at a time, in the transaction of whoever keeps account of it.
 * All is checked before anything is changed, so that the transaction outlives a refusal.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ProblemException.class)
public class CustomerMerging {

	private final RecordTools tools;

	private final CustomerRepository customers;

	private final MergeNotes notes;

	CustomerMerging(RecordTools tools, CustomerRepository customers, MergeNotes notes) {
		this.tools = tools;
		this.customers = customers;
		this.notes = notes;
	}

	/**
	 * Makes other merges of these customers wait until the transaction ends; to be called
	 * before any of them is read.
	 */
	public void lock(Collection<UUID> ids) {
		this.customers.lockAll(Set.copyOf(ids));
	}

	/**
	 * Checks that the caller may see a customer, a deleted one too.
	 * @throws ProblemException when there is none for this caller
	 */
	@Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = ProblemException.class)
	public void checkVisible(UUID id) {
		if (!this.customers.existsById(id) || !this.tools.access().visible(Customer.class, id)) {
			throw ProblemException.notFound("customer", id);
		}
	}

	/**
	 * Returns which of these customers were merged into that one.
	 */
	public Set<UUID> mergedInto(UUID survivor, Collection<UUID> ids) {
		return this.customers.findMergedInto(survivor, ids);
	}

	/**
	 * Merges customers into one. Who may change the survivor may do so with others that
	 * are within reach of the permission itself: what was only lent stays its owner's.
	 * @param survivor the one that stands for all from now on
	 * @param merged the others
	 * @param fields a merge patch for what comes out of it, or null
	 * @throws ProblemException when there is no such customer, one was changed since, the
	 * caller may not, or the outcome would be wrong
	 */
	public MergedCustomer merge(CustomerVersion survivor, List<CustomerVersion> merged, @Nullable JsonNode fields) {
		Set<UUID> ids = new HashSet<>(merged.stream().map(CustomerVersion::id).toList());
		if (ids.size() < merged.size() || ids.contains(survivor.id())) {
			throw ProblemException.invalid("/merged", "not_unique", "each customer takes part once");
		}
		lock(Stream.concat(Stream.of(survivor.id()), ids.stream()).toList());
		Customer target = present(survivor, Deed.CHANGE);
		List<Customer> others = merged.stream().map((one) -> present(one, Deed.SHARE)).toList();
		CustomerDetails outcome = outcome(target, others, fields);
		return carryOut(target, others, outcome);
	}

	private Customer present(CustomerVersion wanted, Deed deed) {
		Customer customer = this.customers.findById(wanted.id())
			.orElseThrow(() -> ProblemException.notFound("customer", wanted.id()));
		this.tools.access().check(Customer.class, deed, wanted.id(), "customer");
		if (customer.mergedInto() != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "merged",
					"Customer %s was merged into %s.".formatted(wanted.id(), customer.mergedInto()));
		}
		if (customer.deleted()) {
			throw ProblemException.notFound("customer", wanted.id());
		}
		new ExpectedVersion(wanted.version()).check(customer.version());
		return customer;
	}

	private CustomerDetails outcome(Customer target, List<Customer> others, @Nullable JsonNode fields) {
		List<CustomerDetails> all = Stream.concat(Stream.of(target), others.stream()).map(Customer::details).toList();
		if (all.stream().anyMatch((one) -> one.kind() != all.get(0).kind())) {
			throw ProblemException.conflict("/merged", "conflict", "a company and a person cannot be the same");
		}
		Set<UUID> gone = new HashSet<>(others.stream().map(Customer::id).toList());
		Set<UUID> involved = new HashSet<>(gone);
		involved.add(target.id());
		CustomerDetails combined = CombinedDetails.of(all, CombinedDetails.parent(all, involved, this::referable));
		CustomerDetails outcome = patched(combined, fields);
		Ownerships.checkChange(Customer.class, target.details(), outcome);
		Set<ExternalId> known = new HashSet<>(combined.externalIds());
		CustomerDetails unknown = outcome
			.with(outcome.externalIds().stream().filter((id) -> !known.contains(id)).toList());
		within("/fields", () -> {
			CustomerLookup.of(this.customers, List.of(unknown), this::referable).check(unknown, target);
			return unknown;
		});
		UUID parent = outcome.parentId();
		if (parent != null && this.customers.isAbove(involved, parent)) {
			throw ProblemException.conflict("/fields/parentId", "conflict",
					"the customer would belong to itself; say what it belongs to instead");
		}
		return outcome;
	}

	private Set<UUID> referable(Set<UUID> ids) {
		Access access = this.tools.access();
		return access.restricted(Customer.class, Deed.CHANGE)
				? access.reachPresent(Customer.class, Deed.CHANGE, ids).keySet() : this.customers.findPresentIds(ids);
	}

	private CustomerDetails patched(CustomerDetails combined, @Nullable JsonNode fields) {
		JsonNode patch = (fields == null || fields.isNull()) ? this.tools.json().mapper().createObjectNode() : fields;
		return within("/fields", () -> {
			CustomerDetails chosen = this.tools.json().merge(combined, patch, CustomerDetails.class);
			return chosen.externalIds().containsAll(combined.externalIds()) ? chosen
					: this.tools.json()
						.merge(chosen.keeping(combined.externalIds()), this.tools.json().mapper().createObjectNode(),
								CustomerDetails.class);
		});
	}

	/** Tells where in the request it stands what is wrong. */
	private static <T> T within(String pointer, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (JacksonException ex) {
			throw ProblemException.invalid(below(pointer, List.of(FieldErrors.of(ex))));
		}
		catch (ProblemException ex) {
			List<FieldError> errors = below(pointer, ex.errors());
			throw (ex.status() == HttpStatus.CONFLICT) ? ProblemException.conflict(ex.detail(), errors)
					: ProblemException.invalid(errors);
		}
	}

	private static List<FieldError> below(String pointer, List<FieldError> errors) {
		return errors.stream()
			.map((error) -> FieldError.at(pointer + Objects.requireNonNullElse(error.pointer(), ""), error.code(),
					error.message()))
			.toList();
	}

	private MergedCustomer carryOut(Customer target, List<Customer> others, CustomerDetails outcome) {
		Instant now = this.tools.clock().instant();
		List<CustomerDetails> before = others.stream().map(Customer::details).toList();
		CustomerDetails own = target.details();
		others.forEach((one) -> this.notes.change(CustomerEvent.MERGED, one, () -> one.mergeInto(target.id(), now)));
		List<UUID> ids = others.stream().map(Customer::id).toList();
		CustomerView survivor = this.notes.absorb(target, ids, () -> target.settle(outcome, now));
		List<MergeStep> steps = new ArrayList<>();
		steps.add(this.notes.step(target, MergeStep.Role.SURVIVOR, own));
		IntStream.range(0, others.size())
			.forEach((i) -> steps.add(this.notes.step(others.get(i), MergeStep.Role.MERGED, before.get(i))));
		for (Customer child : this.customers.findChildren(ids)) {
			if (!child.id().equals(target.id())) {
				CustomerDetails was = child.details();
				this.notes.change(CustomerEvent.CHANGED, child, () -> child.change(was.below(target.id()), now));
				steps.add(this.notes.step(child, MergeStep.Role.CHILD, was));
			}
		}
		return new MergedCustomer(survivor, steps);
	}

}
