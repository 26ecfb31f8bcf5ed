package io.kehu.customer.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.Deed;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordTools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes merges: what was merged is again as it was. What changed of the survivor since
 * stays, unless it changed what the merge had changed: then nobody guesses.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerUnmerging {

	private static final String EXTERNAL_IDS = "externalIds";

	private final RecordTools tools;

	private final CustomerRepository customers;

	private final MergeNotes notes;

	CustomerUnmerging(RecordTools tools, CustomerRepository customers, MergeNotes notes) {
		this.tools = tools;
		this.customers = customers;
		this.notes = notes;
	}

	/**
	 * Undoes a merge.
	 * @param expected the survivor's version
	 * @param steps what the merge did, the survivor first
	 * @return the survivor
	 * @throws ProblemException 409 with all that contradicts, when something newer does
	 */
	public CustomerView undo(ExpectedVersion expected, List<MergeStep> steps) {
		this.customers.lockAll(steps.stream().map(MergeStep::customerId).toList());
		Map<UUID, Customer> found = new HashMap<>();
		this.customers.findAllById(steps.stream().map(MergeStep::customerId).toList())
			.forEach((customer) -> found.put(customer.id(), customer));
		MergeStep own = steps.get(0);
		Customer survivor = require(found, own.customerId(), Deed.CHANGE);
		List<MergeStep> merged = steps.stream().filter((step) -> step.role() == MergeStep.Role.MERGED).toList();
		merged.forEach((step) -> require(found, step.customerId(), Deed.SHARE));
		if (!survivor.deleted()) {
			expected.check(survivor.version());
		}
		ObjectNode details = tree(survivor.details());
		List<FieldError> contradictions = new ArrayList<>(contradictions(survivor, own, details));
		contradictions.addAll(contradictions(survivor, merged, found));
		if (!contradictions.isEmpty()) {
			throw ProblemException.conflict("Something newer contradicts undoing this merge.", contradictions);
		}
		return carryOut(survivor, parted(details, own, merged), steps, found);
	}

	private Customer require(Map<UUID, Customer> found, UUID id, Deed deed) {
		Customer customer = found.get(id);
		if (customer == null) {
			throw ProblemException.notFound("customer", id);
		}
		this.tools.access().check(Customer.class, deed, id, "customer");
		return customer;
	}

	private List<FieldError> contradictions(Customer survivor, MergeStep own, ObjectNode now) {
		List<FieldError> errors = new ArrayList<>();
		if (survivor.deleted()) {
			UUID next = survivor.mergedInto();
			errors.add(FieldError.at("/survivor", "deleted",
					(next != null) ? "was merged into %s since; undo that merge first".formatted(next)
							: "is deleted; restore it first"));
		}
		for (String field : changed(own)) {
			if (!same(now.get(field), own.after().get(field)) && !same(now.get(field), own.before().get(field))) {
				errors.add(FieldError.at("/survivor/" + field, "changed", "was changed since the merge"));
			}
		}
		return errors;
	}

	/** The fields that the merge changed; external ids are told apart one by one. */
	private static List<String> changed(MergeStep step) {
		return step.after()
			.propertyNames()
			.stream()
			.filter((field) -> !field.equals(EXTERNAL_IDS))
			.filter((field) -> !same(step.before().get(field), step.after().get(field)))
			.toList();
	}

	/** Numbers are the same whatever their scale, which the database does not keep. */
	private static boolean same(JsonNode one, JsonNode other) {
		return one.equals((left, right) -> {
			if (left.isNumber() && right.isNumber()) {
				BigDecimal number = left.decimalValue();
				return number.compareTo(right.decimalValue());
			}
			return left.equals(right) ? 0 : 1;
		}, other);
	}

	private List<FieldError> contradictions(Customer survivor, List<MergeStep> merged, Map<UUID, Customer> found) {
		List<FieldError> errors = new ArrayList<>();
		for (int i = 0; i < merged.size(); i++) {
			MergeStep step = merged.get(i);
			Customer customer = found.get(step.customerId());
			if (customer == null || !survivor.id().equals(customer.mergedInto())
					|| customer.version() != step.version()) {
				errors.add(FieldError.at("/merged/" + i, "changed", "is not as the merge left it"));
			}
			for (ExternalId id : taken(survivor, details(step.before()).externalIds())) {
				errors.add(FieldError.at("/merged/" + i, "taken",
						"%s:%s belongs to another customer by now".formatted(id.system(), id.id())));
			}
		}
		return errors;
	}

	private List<ExternalId> taken(Customer survivor, List<ExternalId> ids) {
		Set<ExternalId> others = new HashSet<>();
		this.customers.findByExternalIds(ids)
			.stream()
			.filter((holder) -> !holder.id().equals(survivor.id()))
			.forEach((holder) -> others.addAll(holder.externalIds()));
		return ids.stream().filter(others::contains).toList();
	}

	/** The survivor without what the merge brought it. */
	private CustomerDetails parted(ObjectNode now, MergeStep own, List<MergeStep> merged) {
		changed(own).forEach((field) -> now.set(field, own.before().get(field)));
		CustomerDetails details = details(now);
		Set<ExternalId> leaving = new HashSet<>();
		merged.forEach((step) -> leaving.addAll(details(step.before()).externalIds()));
		return details.with(details.externalIds().stream().filter((id) -> !leaving.contains(id)).toList());
	}

	private CustomerView carryOut(Customer survivor, CustomerDetails details, List<MergeStep> steps,
			Map<UUID, Customer> found) {
		Instant now = this.tools.clock().instant();
		List<UUID> merged = steps.stream()
			.filter((step) -> step.role() == MergeStep.Role.MERGED)
			.map(MergeStep::customerId)
			.toList();
		CustomerView view = this.notes.release(survivor, merged, () -> survivor.settle(details, now));
		for (MergeStep step : steps) {
			Customer customer = found.get(step.customerId());
			if (customer == null || step.role() == MergeStep.Role.SURVIVOR) {
				continue;
			}
			CustomerDetails before = details(step.before());
			if (step.role() == MergeStep.Role.MERGED) {
				this.notes.change(CustomerEvent.UNMERGED, customer, () -> customer.separate(before, now));
			}
			else if (!customer.deleted() && survivor.id().equals(customer.parentId())) {
				CustomerDetails moved = customer.details().below(before.parentId());
				this.notes.change(CustomerEvent.CHANGED, customer, () -> customer.change(moved, now));
			}
		}
		return view;
	}

	private CustomerDetails details(JsonNode tree) {
		return this.tools.json().mapper().treeToValue(tree, CustomerDetails.class);
	}

	private ObjectNode tree(CustomerDetails details) {
		return this.tools.json().mapper().valueToTree(details);
	}

}
