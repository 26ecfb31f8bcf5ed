package io.kehu.customer.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.merge.MergeStep.Role;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.record.ExternalId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out how a merge can be undone. The merged customers become what they were. The
 * survivor keeps every later change to fields that the merge left alone; a later change
 * to a field that the merge changed, or to a merged customer, is a conflict.
 */
final class MergeReversal {

	/** Compared one by one, not as a whole like other fields. */
	private static final String EXTERNAL_IDS = "externalIds";

	private final JsonMapper json;

	private final MergeStep survivor;

	private final List<MergeStep> steps;

	/**
	 * Creates the reversal of a merge.
	 * @param steps what the merge changed, the survivor first
	 */
	MergeReversal(List<MergeStep> steps, JsonMapper json) {
		this.json = json;
		this.survivor = steps.get(0);
		this.steps = List.copyOf(steps);
	}

	UUID survivorId() {
		return this.survivor.customerId();
	}

	/** Returns the steps of the merged customers. */
	List<MergeStep> merged() {
		return steps(Role.MERGED);
	}

	/** Returns the steps of the customers that were moved below the survivor. */
	List<MergeStep> children() {
		return steps(Role.CHILD);
	}

	private List<MergeStep> steps(Role role) {
		return this.steps.stream().filter((step) -> step.role() == role).toList();
	}

	/** Returns the details of a customer before the merge. */
	CustomerDetails before(MergeStep step) {
		return this.json.treeToValue(step.before(), CustomerDetails.class);
	}

	/** Returns the external ids that the merged customers get back. */
	Set<ExternalId> externalIds() {
		Set<ExternalId> ids = new HashSet<>();
		merged().forEach((step) -> ids.addAll(before(step).externalIds()));
		return ids;
	}

	/**
	 * Returns all that conflicts with undoing the merge.
	 * @param current the customers of all steps as they are now
	 * @param taken the external ids that belong to customers other than the survivor now
	 */
	List<FieldError> conflicts(Map<UUID, CustomerView> current, Set<ExternalId> taken) {
		CustomerView now = current.get(survivorId());
		return Stream
			.concat((now != null) ? survivorConflicts(now).stream() : Stream.empty(),
					mergedConflicts(current, taken).stream())
			.toList();
	}

	private List<FieldError> survivorConflicts(CustomerView current) {
		List<FieldError> errors = new ArrayList<>();
		if (current.deletedAt() != null) {
			UUID next = current.mergedInto();
			errors.add(FieldError.at("/survivor", "deleted",
					(next != null) ? "was merged into %s later; undo that merge first".formatted(next)
							: "is deleted; restore it first"));
		}
		ObjectNode now = tree(current.details());
		for (String field : changed()) {
			if (!same(now.get(field), this.survivor.after().get(field))
					&& !same(now.get(field), this.survivor.before().get(field))) {
				errors.add(FieldError.at("/survivor/" + field, "changed", "was changed after the merge"));
			}
		}
		return errors;
	}

	private List<FieldError> mergedConflicts(Map<UUID, CustomerView> current, Set<ExternalId> taken) {
		List<FieldError> errors = new ArrayList<>();
		List<MergeStep> merged = merged();
		for (int i = 0; i < merged.size(); i++) {
			MergeStep step = merged.get(i);
			CustomerView customer = current.get(step.customerId());
			if (customer == null || !survivorId().equals(customer.mergedInto())
					|| customer.version() != step.version()) {
				errors.add(FieldError.at("/merged/" + i, "changed", "was changed after the merge"));
			}
			for (ExternalId id : before(step).externalIds()) {
				if (taken.contains(id)) {
					errors.add(FieldError.at("/merged/" + i, "taken",
							"external id %s belongs to another customer now".formatted(id.key())));
				}
			}
		}
		return errors;
	}

	/** Returns what remains of the survivor without what the merge brought. */
	CustomerDetails remaining(CustomerDetails now) {
		ObjectNode tree = tree(now);
		changed().forEach((field) -> tree.set(field, this.survivor.before().get(field)));
		CustomerDetails details = this.json.treeToValue(tree, CustomerDetails.class);
		Set<ExternalId> leaving = externalIds();
		return details.with(details.externalIds().stream().filter((id) -> !leaving.contains(id)).toList());
	}

	/** Returns the fields of the survivor that the merge changed. */
	private List<String> changed() {
		return this.survivor.after()
			.propertyNames()
			.stream()
			.filter((field) -> !field.equals(EXTERNAL_IDS))
			.filter((field) -> !same(this.survivor.before().get(field), this.survivor.after().get(field)))
			.toList();
	}

	/** Compares numbers by value: the database does not keep their scale. */
	private static boolean same(JsonNode one, JsonNode other) {
		return one.equals((left, right) -> {
			if (left.isNumber() && right.isNumber()) {
				return left.decimalValue().compareTo(right.decimalValue());
			}
			return left.equals(right) ? 0 : 1;
		}, other);
	}

	private ObjectNode tree(CustomerDetails details) {
		return this.json.valueToTree(details);
	}

}
