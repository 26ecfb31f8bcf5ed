package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.customer.MergeChanges;
import io.kehu.customer.customer.MergeableCustomers;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Component;

/**
 * Undoes merges, as {@link MergeReversal} works them out.
 */
@Component
class Unmerging {

	private final MergeableCustomers customers;

	private final MergeChanges changes;

	private final RequestJson json;

	Unmerging(MergeableCustomers customers, MergeChanges changes, RequestJson json) {
		this.customers = customers;
		this.changes = changes;
		this.json = json;
	}

	/**
	 * Undoes a merge.
	 * @param expected the survivor's version
	 * @param steps what the merge changed, the survivor first
	 * @return the survivor
	 * @throws ProblemException 409 with all conflicts when later changes conflict with
	 * it, 404, 403 or 412 when a customer is missing, out of the caller's reach or
	 * changed
	 */
	CustomerView undo(ExpectedVersion expected, List<MergeStep> steps) {
		List<UUID> ids = steps.stream().map(MergeStep::customerId).toList();
		this.customers.lock(ids);
		Map<UUID, CustomerView> current = this.customers.find(ids);
		MergeReversal reversal = new MergeReversal(steps, this.json.stored());
		CustomerView survivor = require(current, reversal.survivorId(), AccessLevel.CHANGE);
		reversal.merged().forEach((step) -> require(current, step.customerId(), AccessLevel.SHARE));
		if (survivor.deletedAt() == null) {
			expected.check(survivor.version());
		}
		List<FieldError> conflicts = reversal.conflicts(current,
				this.customers.findTaken(survivor.id(), reversal.externalIds()));
		if (!conflicts.isEmpty()) {
			throw ProblemException.conflict("This merge can't be undone: later changes conflict with it.", conflicts);
		}
		return carryOut(survivor, reversal, current);
	}

	private CustomerView require(Map<UUID, CustomerView> current, UUID id, AccessLevel level) {
		CustomerView customer = current.get(id);
		if (customer == null) {
			throw ProblemException.notFound("customer", id);
		}
		this.customers.checkAccess(id, level);
		return customer;
	}

	/** The survivor comes first, to release the external ids that the others get back. */
	private CustomerView carryOut(CustomerView survivor, MergeReversal reversal, Map<UUID, CustomerView> current) {
		CustomerView remaining = this.changes.release(survivor.id(), reversal.remaining(survivor.details()),
				reversal.merged().stream().map(MergeStep::customerId).toList());
		reversal.merged().forEach((step) -> this.changes.separate(step.customerId(), reversal.before(step)));
		for (MergeStep step : reversal.children()) {
			CustomerView child = current.get(step.customerId());
			if (child != null && child.deletedAt() == null
					&& Objects.equals(child.details().parentId(), survivor.id())) {
				this.changes.moveBelow(reversal.before(step).parentId(), child.id());
			}
		}
		return remaining;
	}

}
