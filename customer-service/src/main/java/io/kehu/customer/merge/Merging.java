package io.kehu.customer.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.customer.MergeChanges;
import io.kehu.customer.customer.MergeableCustomers;
import io.kehu.customer.merge.MergeStep.Role;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Merges customers, one set at a time. Everything is checked before anything is changed,
 * so that the caller's transaction can go on after a refusal.
 */
@Component
class Merging {

	private final MergeableCustomers customers;

	private final MergeChanges changes;

	private final RequestJson json;

	Merging(MergeableCustomers customers, MergeChanges changes, RequestJson json) {
		this.customers = customers;
		this.changes = changes;
		this.json = json;
	}

	/**
	 * Merges customers into a survivor. The caller must be allowed to change the
	 * survivor, and to share the others: a customer that was only shared with the caller
	 * stays with its owner.
	 * @throws ProblemException 404, 403, 412, 409 or 400 when a customer is missing, out
	 * of the caller's reach, changed or merged since, or when the outcome would be
	 * invalid
	 */
	MergeOutcome merge(CustomerVersion survivor, List<CustomerVersion> merged, MergeChoice choice) {
		Set<UUID> ids = new HashSet<>(merged.stream().map(CustomerVersion::id).toList());
		if (ids.size() < merged.size() || ids.contains(survivor.id())) {
			throw ProblemException.invalid("/merged", "not_unique", "must name each customer once");
		}
		List<UUID> all = Stream.concat(Stream.of(survivor.id()), ids.stream()).toList();
		this.customers.lock(all);
		Map<UUID, CustomerView> found = this.customers.find(all);
		CustomerView target = present(found, survivor, AccessLevel.CHANGE);
		List<CustomerView> others = merged.stream().map((one) -> present(found, one, AccessLevel.SHARE)).toList();
		CustomerDetails outcome = outcome(target, others, choice);
		this.customers.checkRevealing(target.id(), ids, outcome);
		return carryOut(target, others, outcome);
	}

	private CustomerView present(Map<UUID, CustomerView> found, CustomerVersion wanted, AccessLevel level) {
		CustomerView customer = found.get(wanted.id());
		if (customer == null) {
			throw ProblemException.notFound("customer", wanted.id());
		}
		this.customers.checkAccess(wanted.id(), level);
		if (customer.mergedInto() != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "merged",
					"Customer %s was merged into %s.".formatted(wanted.id(), customer.mergedInto()));
		}
		if (customer.deletedAt() != null) {
			throw ProblemException.notFound("customer", wanted.id());
		}
		new ExpectedVersion(wanted.version()).check(customer.version());
		return customer;
	}

	private CustomerDetails outcome(CustomerView target, List<CustomerView> others, MergeChoice choice) {
		List<CustomerDetails> all = Stream.concat(Stream.of(target), others.stream())
			.map(CustomerView::details)
			.toList();
		if (all.stream().anyMatch((one) -> one.kind() != all.get(0).kind())) {
			throw ProblemException.conflict("/merged", "conflict", "a company and a person cannot be merged");
		}
		Set<UUID> involved = new HashSet<>(others.stream().map(CustomerView::id).toList());
		involved.add(target.id());
		CustomerDetails combined = CombinedDetails.of(all,
				CombinedDetails.parent(all, involved, this.customers::findReferable));
		Set<ExternalId> takenOver = Set.copyOf(combined.externalIds());
		CustomerDetails outcome = FieldErrors.within("/fields", () -> {
			CustomerDetails patched = patched(ruled(target, others, choice, combined), choice.fields());
			this.customers.checkOutcome(target.id(), patched, takenOver);
			return patched;
		});
		UUID parent = outcome.parentId();
		if (parent != null && this.customers.isBelow(involved, parent)) {
			throw ProblemException.conflict("/fields/parentId", "conflict",
					"would put the customer below itself; name another parent, or null");
		}
		return outcome;
	}

	private CustomerDetails ruled(CustomerView target, List<CustomerView> others, MergeChoice choice,
			CustomerDetails combined) {
		List<CustomerView> all = Stream.concat(Stream.of(target), others.stream()).toList();
		return this.json.merge(combined, choice.ruled(all, this.json.mapper()), CustomerDetails.class);
	}

	private CustomerDetails patched(CustomerDetails combined, JsonNode fields) {
		JsonNode none = this.json.mapper().createObjectNode();
		CustomerDetails chosen = this.customers.unmasked(this.json.merge(combined, fields, CustomerDetails.class),
				combined);
		return chosen.externalIds().containsAll(combined.externalIds()) ? chosen
				: this.json.merge(chosen.keeping(combined.externalIds()), none, CustomerDetails.class);
	}

	/**
	 * The survivor comes last but one, when the external ids of the others are released.
	 */
	private MergeOutcome carryOut(CustomerView target, List<CustomerView> others, CustomerDetails outcome) {
		List<UUID> ids = others.stream().map(CustomerView::id).toList();
		List<CustomerView> merged = ids.stream().map((id) -> this.changes.mergeInto(target.id(), id)).toList();
		CustomerView survivor = this.changes.absorb(target.id(), outcome, ids);
		List<MergeStep> steps = new ArrayList<>();
		steps.add(step(Role.SURVIVOR, target, survivor));
		IntStream.range(0, ids.size()).forEach((i) -> steps.add(step(Role.MERGED, others.get(i), merged.get(i))));
		this.customers.findChildren(ids)
			.stream()
			.filter((child) -> !child.id().equals(target.id()))
			.forEach((child) -> steps.add(step(Role.CHILD, child, this.changes.moveBelow(target.id(), child.id()))));
		return new MergeOutcome(survivor, steps);
	}

	private MergeStep step(Role role, CustomerView before, CustomerView after) {
		return new MergeStep(after.id(), role, after.version(), this.json.mapper().valueToTree(before.details()),
				this.json.mapper().valueToTree(after.details()));
	}

}
