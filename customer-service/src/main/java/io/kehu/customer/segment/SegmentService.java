package io.kehu.customer.segment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.record.BatchRequest;
import io.kehu.platform.record.BatchResult;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refreshes, counts and explains segments.
 */
@Service
class SegmentService {

	private final RecordStore<SegmentDetails, CustomerSegment, SegmentView> segments;

	private final RecordStore<CustomerDetails, ?, CustomerView> customers;

	private final SegmentMembers members;

	private final SeenValues seen;

	private final Clock clock;

	SegmentService(RecordStore<SegmentDetails, CustomerSegment, SegmentView> segments,
			RecordStore<CustomerDetails, ?, CustomerView> customers, SegmentMembers members, SeenValues seen,
			Clock clock) {
		this.segments = segments;
		this.customers = customers;
		this.members = members;
		this.seen = seen;
		this.clock = clock;
	}

	/**
	 * Refreshes the members of a dynamic segment, and counts those that the caller may
	 * see.
	 */
	@Transactional
	public SegmentSize refresh(UUID id) {
		String filter = details(id).filter();
		if (filter == null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "static-segment", "A static segment is filled by hand.");
		}
		refresh(id, filter);
		return size(id);
	}

	private void refresh(UUID id, String filter) {
		this.members.refresh(id, this.customers.selection().matching(SegmentFilter.of(filter).toRequest(today())));
	}

	/** Returns the segments that are to be refreshed. */
	@Transactional(readOnly = true)
	public List<UUID> due(int most) {
		return this.members.due(most);
	}

	/**
	 * Refreshes a segment for the service itself.
	 * @return whether it still exists
	 */
	@Transactional
	public boolean refreshDue(UUID id) {
		return this.members.filter(id).map((filter) -> {
			refresh(id, filter);
			return true;
		}).orElse(false);
	}

	/** Counts the members of a segment that the caller may see. */
	@Transactional(readOnly = true)
	public SegmentSize size(UUID id) {
		details(id);
		long count = this.customers.selection().count(new ListRequest(Map.of("segment", List.of(id.toString()))));
		return new SegmentSize(count, this.members.refreshedAt(id).orElse(null));
	}

	/**
	 * Explains whether a customer belongs to a segment, by each of its conditions.
	 * @throws ProblemException 404 if the caller may not see the customer
	 */
	@Transactional(readOnly = true)
	public SegmentExplanation explain(UUID id, UUID customer) {
		String filter = details(id).filter();
		CustomerView view = this.customers.readable(List.of(customer))
			.stream()
			.findFirst()
			.orElseThrow(() -> ProblemException.notFound("customer", customer));
		Instant since = this.members.since(id, customer).orElse(null);
		if (filter == null) {
			return new SegmentExplanation(since, null, List.of());
		}
		JsonNode shown = this.seen.in(view);
		List<SegmentExplanation.Condition> conditions = SegmentFilter.of(filter)
			.parameters()
			.entrySet()
			.stream()
			.map((one) -> new SegmentExplanation.Condition(one.getKey(), one.getValue(),
					this.seen.values(shown, one.getKey()), meets(customer, one.getKey(), one.getValue())))
			.toList();
		return new SegmentExplanation(since, conditions.stream().allMatch(SegmentExplanation.Condition::met),
				conditions);
	}

	private boolean meets(UUID customer, String parameter, List<String> values) {
		return this.members.meets(customer,
				this.customers.selection().matching(SegmentFilter.ofCondition(parameter, values, today())));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	/**
	 * Adds customers to a static segment, and removes others.
	 * @throws ProblemException 400 if one does not exist for the caller, 409 if the
	 * segment is dynamic
	 */
	@Transactional
	public SegmentSize change(UUID id, MemberChange change) {
		requireStatic(id);
		Set<UUID> added = found("/add", change.add());
		Set<UUID> removed = found("/remove", change.remove());
		this.customers.referable(added, AccessLevel.READ);
		this.members.add(id, added);
		this.members.remove(id, removed);
		return size(id);
	}

	private Set<UUID> found(String pointer, BatchRequest request) {
		Set<UUID> ids = new LinkedHashSet<>();
		List<FieldError> missing = new ArrayList<>();
		List<BatchResult<CustomerView>> results = this.customers.selection().batch(request).results();
		for (int i = 0; i < results.size(); i++) {
			CustomerView customer = results.get(i).record();
			if (customer != null) {
				ids.add(customer.id());
			}
			else {
				int keys = i - request.ids().size();
				missing.add(FieldError.at(pointer + ((keys < 0) ? "/ids/" + i : "/externalIds/" + keys), "not_found",
						"there is no such customer"));
			}
		}
		if (!missing.isEmpty()) {
			throw ProblemException.invalid(missing);
		}
		return ids;
	}

	/**
	 * Adds a customer to a static segment, or removes it.
	 * @throws ProblemException 404 if the caller may not see the customer, 409 if the
	 * segment is dynamic
	 */
	@Transactional
	public void change(UUID id, UUID customer, boolean member) {
		requireStatic(id);
		if (!this.customers.referable(Set.of(customer), AccessLevel.READ).contains(customer)) {
			throw ProblemException.notFound("customer", customer);
		}
		if (member) {
			this.members.add(id, Set.of(customer));
		}
		else {
			this.members.remove(id, Set.of(customer));
		}
	}

	private SegmentDetails details(UUID id) {
		if (!Callers.current().may("customer:read")) {
			throw Access.forbidden();
		}
		return this.segments.get(id).details();
	}

	private void requireStatic(UUID id) {
		if (details(id).kind() != SegmentKind.STATIC) {
			throw ProblemException.of(HttpStatus.CONFLICT, "dynamic-segment",
					"The members of a dynamic segment follow from its filter.");
		}
	}

}
