package io.kehu.customer.merge;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.customer.MergeableCustomers;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkStatus;
import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges customers and undoes merges, alone or in bulk.
 */
@Service
class MergeService implements BulkTarget<BulkMerge> {

	private final MergeableCustomers customers;

	private final Merging merging;

	private final Unmerging unmerging;

	private final MergeStore store;

	private final JsonMapper json;

	MergeService(MergeableCustomers customers, Merging merging, Unmerging unmerging, MergeStore store,
			JsonMapper json) {
		this.customers = customers;
		this.merging = merging;
		this.unmerging = unmerging;
		this.store = store;
		this.json = json;
	}

	/**
	 * Merges customers.
	 * @param expected the survivor's version; with {@code *} the versions of the others
	 * may be left out too
	 * @throws ProblemException when a version is missing or stale, the caller may not do
	 * this, or the outcome would be invalid
	 */
	@Transactional
	public MergeView merge(UUID survivor, ExpectedVersion expected, NewMerge wanted) {
		if (expected.value() != null && wanted.merged().stream().anyMatch((one) -> one.version() == null)) {
			throw ProblemException.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required",
					"Each merged customer needs its version, unless If-Match is *.");
		}
		MergeOutcome outcome = this.merging.merge(new CustomerVersion(survivor, expected.value()), wanted.merged(),
				wanted.choice(this.json));
		UUID id = this.store.add(survivor, outcome.steps());
		return this.store.find(survivor, id).orElseThrow().with(this.customers.shown(outcome.survivor()));
	}

	/**
	 * Returns the stored answer to a merge as the caller may see it now.
	 * @throws ProblemException 404 when the caller may not see the survivor any more
	 */
	@Transactional(readOnly = true)
	public String replayed(String body) {
		JsonNode merge = this.json.readTree(body);
		UUID survivor = UUID.fromString(merge.get("survivorId").asString());
		this.customers.checkVisible(survivor);
		if (merge.get("survivor") instanceof ObjectNode shown) {
			this.customers.mask(survivor, shown);
		}
		return this.json.writeValueAsString(merge);
	}

	/** Returns the merges into a customer, newest first. */
	List<MergeView> findAll(UUID survivor) {
		this.customers.checkVisible(survivor);
		return this.store.findAll(survivor);
	}

	/**
	 * Returns a merge.
	 * @throws ProblemException 404 when there is none for this caller
	 */
	MergeView find(UUID survivor, UUID id) {
		this.customers.checkVisible(survivor);
		return this.store.find(survivor, id).orElseThrow(() -> ProblemException.notFound("merge", id));
	}

	/**
	 * Undoes a merge. Repeating it has no effect.
	 * @throws ProblemException when there is no such merge, the survivor's version is
	 * stale, the caller may not do this, or later changes conflict with it
	 */
	@Transactional
	public MergeView undo(UUID survivor, UUID id, ExpectedVersion expected) {
		find(survivor, id);
		this.store.lock(id);
		MergeView merge = find(survivor, id);
		if (merge.undoneAt() != null) {
			return merge;
		}
		CustomerView view = this.unmerging.undo(expected, this.store.findSteps(id));
		this.store.markUndone(id);
		return find(survivor, id).with(this.customers.shown(view));
	}

	@Override
	@Transactional
	public List<BulkOutcome> store(List<BulkItem<BulkMerge>> items, Consumer<Collection<?>> touched) {
		this.customers.lock(items.stream().flatMap((item) -> item.given().ids()).toList());
		return items.stream().map((item) -> store(item.given())).toList();
	}

	private BulkOutcome store(BulkMerge wanted) {
		try {
			List<UUID> ids = wanted.merged().stream().map(CustomerVersion::id).toList();
			Set<UUID> done = this.customers.findMergedInto(wanted.survivorId(), ids);
			List<CustomerVersion> left = wanted.merged().stream().filter((one) -> !done.contains(one.id())).toList();
			if (left.isEmpty()) {
				this.customers.checkVisible(wanted.survivorId());
				UUID latest = Objects.requireNonNull(this.store.findLatest(wanted.survivorId(), ids));
				return BulkOutcome.stored(BulkStatus.UNCHANGED, latest);
			}
			MergeOutcome outcome = this.merging.merge(new CustomerVersion(wanted.survivorId(), wanted.version()), left,
					wanted.choice(this.json));
			return BulkOutcome.stored(BulkStatus.CREATED, this.store.add(wanted.survivorId(), outcome.steps()));
		}
		catch (ProblemException ex) {
			return BulkOutcome.rejected(ex.asErrors());
		}
	}

}
