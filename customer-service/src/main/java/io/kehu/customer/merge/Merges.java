package io.kehu.customer.merge;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.customer.customer.CustomerMerging;
import io.kehu.customer.customer.CustomerUnmerging;
import io.kehu.customer.customer.CustomerVersion;
import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.customer.MergedCustomer;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkStatus;
import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges customers and keeps account of it, so that it can be undone.
 */
@Service
class Merges implements BulkTarget<BulkMerge> {

	private final CustomerMerging merging;

	private final CustomerUnmerging unmerging;

	private final MergeBook book;

	private final JsonMapper json;

	Merges(CustomerMerging merging, CustomerUnmerging unmerging, MergeBook book, JsonMapper json) {
		this.merging = merging;
		this.unmerging = unmerging;
		this.book = book;
		this.json = json;
	}

	/**
	 * Merges customers.
	 * @param expected the survivor's version; {@code *} means whichever versions of all
	 * @throws ProblemException when a version is missing or stale, the caller may not, or
	 * the outcome would be wrong
	 */
	@Transactional
	public MergeView merge(UUID survivor, ExpectedVersion expected, NewMerge wanted) {
		if (expected.value() != null && wanted.merged().stream().anyMatch((one) -> one.version() == null)) {
			throw ProblemException.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required",
					"Name the version of each customer that is merged, or say If-Match: *.");
		}
		MergedCustomer merged = this.merging.merge(new CustomerVersion(survivor, expected.value()), wanted.merged(),
				tree(wanted.fields()));
		UUID id = this.book.add(survivor, merged.steps());
		return this.book.find(survivor, id).orElseThrow().with(merged.survivor());
	}

	private @Nullable JsonNode tree(@Nullable Map<String, @Nullable Object> fields) {
		return (fields != null) ? this.json.valueToTree(fields) : null;
	}

	/** Returns the merges into a customer, the newest first. */
	List<MergeView> of(UUID survivor) {
		this.merging.checkVisible(survivor);
		return this.book.of(survivor);
	}

	/**
	 * Returns one of them.
	 * @throws ProblemException when there is none
	 */
	MergeView find(UUID survivor, UUID id) {
		this.merging.checkVisible(survivor);
		return this.book.find(survivor, id).orElseThrow(() -> ProblemException.notFound("merge", id));
	}

	/**
	 * Undoes a merge; one that was undone stays so.
	 * @throws ProblemException when there is none, the survivor was changed since the
	 * version that is meant, the caller may not, or something newer contradicts
	 */
	@Transactional
	public MergeView undo(UUID survivor, UUID id, ExpectedVersion expected) {
		find(survivor, id);
		this.book.lock(id);
		MergeView merge = find(survivor, id);
		if (merge.undoneAt() != null) {
			return merge;
		}
		CustomerView view = this.unmerging.undo(expected, this.book.steps(id));
		this.book.undone(id);
		return find(survivor, id).with(view);
	}

	@Override
	@Transactional
	public List<BulkOutcome> store(List<BulkMerge> items, Consumer<Collection<?>> touched) {
		this.merging.lock(items.stream().flatMap(BulkMerge::ids).toList());
		return items.stream().map(this::store).toList();
	}

	private BulkOutcome store(BulkMerge wanted) {
		try {
			List<UUID> ids = wanted.merged().stream().map(CustomerVersion::id).toList();
			Set<UUID> done = this.merging.mergedInto(wanted.survivorId(), ids);
			List<CustomerVersion> left = wanted.merged().stream().filter((one) -> !done.contains(one.id())).toList();
			if (left.isEmpty()) {
				this.merging.checkVisible(wanted.survivorId());
				UUID last = Objects.requireNonNull(this.book.last(wanted.survivorId(), ids));
				return BulkOutcome.stored(BulkStatus.UNCHANGED, last);
			}
			MergedCustomer merged = this.merging.merge(new CustomerVersion(wanted.survivorId(), wanted.version()), left,
					tree(wanted.fields()));
			return BulkOutcome.stored(BulkStatus.CREATED, this.book.add(wanted.survivorId(), merged.steps()));
		}
		catch (ProblemException ex) {
			return BulkOutcome.rejected(ex.asErrors());
		}
	}

}
