package io.kehu.customer.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.customer.CustomerHistory;
import io.kehu.customer.figures.VisibleOrders;
import io.kehu.platform.access.Access;
import io.kehu.platform.history.History;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.Referable;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pages through the timelines of customers, with the entries that the caller may see.
 */
@Service
class TimelineService {

	private static final int MOST = 200;

	private final TimelineStore store;

	private final CustomerHistory history;

	private final Referable customers;

	private final Cursors cursors;

	private final JsonMapper json;

	TimelineService(TimelineStore store, CustomerHistory history, @Qualifier("customers") Referable customers,
			Cursors cursors, JsonMapper json) {
		this.store = store;
		this.history = history;
		this.customers = customers;
		this.cursors = cursors;
		this.json = json;
	}

	/**
	 * Returns a page of the timeline of a customer, the latest entry first.
	 * @param kinds the kinds of entries to return; empty for all that the caller may see
	 * @throws ProblemException if there is no such customer for the caller, the caller
	 * may not see entries of one of the kinds, or a parameter is not valid
	 */
	@Transactional(readOnly = true)
	public Page<TimelineEntry> page(UUID customer, List<String> kinds, @Nullable String cursor, int limit) {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST));
		}
		Set<TimelineKind> wanted = kinds.isEmpty() ? EnumSet.allOf(TimelineKind.class) : parsed(kinds);
		Set<TimelineKind> allowed = EnumSet.copyOf(wanted);
		allowed.removeIf((kind) -> !allowed(kind));
		if (!kinds.isEmpty() && allowed.size() < wanted.size()) {
			throw Access.forbidden();
		}
		String list = "timeline of " + customer + wanted;
		TimelinePosition after = (cursor != null) ? TimelinePosition.of(this.cursors.read("cursor", cursor, list))
				: TimelinePosition.START;
		if (this.customers.readable(List.of(customer)).isEmpty()) {
			throw ProblemException.notFound("customer", customer);
		}
		List<TimelineStore.Row> found = this.store.find(customer, allowed, after, limit + 1);
		List<TimelineStore.Row> shown = found.subList(0, Math.min(limit, found.size()));
		String next = (found.size() > limit) ? this.cursors.write(shown.get(limit - 1).position().values(), list)
				: null;
		return new Page<>(entries(customer, shown), next, null);
	}

	private static Set<TimelineKind> parsed(List<String> names) {
		Set<TimelineKind> kinds = EnumSet.noneOf(TimelineKind.class);
		for (String name : names) {
			try {
				kinds.add(TimelineKind.valueOf(name.toUpperCase(Locale.ROOT)));
			}
			catch (IllegalArgumentException ex) {
				throw ProblemException.invalidParameter("kind", "unknown_value",
						"must be of " + EnumSet.allOf(TimelineKind.class));
			}
		}
		return kinds;
	}

	private static boolean allowed(TimelineKind kind) {
		return switch (kind) {
			case ACTIVITY -> Callers.current().may("activity:read");
			case CASE -> Callers.current().may("case:read");
			case ORDER -> Callers.current().may(VisibleOrders.READ);
			case CAMPAIGN -> Callers.current().may("campaign:read");
			case CHANGE, MERGE -> true;
		};
	}

	private List<TimelineEntry> entries(UUID customer, List<TimelineStore.Row> rows) {
		List<History.Position> positions = rows.stream()
			.filter((row) -> row.kind() == TimelineKind.CHANGE)
			.map((row) -> changePosition(row.position()))
			.toList();
		Map<History.Position, History.Entry> changes = new HashMap<>();
		this.history.at(customer, positions).forEach((change) -> changes.put(change.position(), change));
		List<TimelineEntry> entries = new ArrayList<>();
		rows.forEach((row) -> entries.add(entry(row, changes.get(changePosition(row.position())))));
		return entries;
	}

	private static History.Position changePosition(TimelinePosition position) {
		return new History.Position(position.version(), position.step());
	}

	private TimelineEntry entry(TimelineStore.Row row, History.@Nullable Entry change) {
		return new TimelineEntry(row.position().at(), row.kind(), row.position().id(),
				data(row, TimelineKind.ACTIVITY, TimelineEntry.ActivityEntry.class),
				data(row, TimelineKind.CASE, TimelineEntry.CaseEntry.class),
				data(row, TimelineKind.ORDER, TimelineEntry.OrderEntry.class),
				data(row, TimelineKind.MERGE, TimelineEntry.MergeEntry.class),
				data(row, TimelineKind.CAMPAIGN, TimelineEntry.CampaignEntry.class),
				(row.kind() == TimelineKind.CHANGE) ? change : null);
	}

	private <T> @Nullable T data(TimelineStore.Row row, TimelineKind kind, Class<T> type) {
		return (row.kind() == kind) ? this.json.readValue(row.data(), type) : null;
	}

}
