package io.kehu.platform.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.access.Restriction;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.query.RecordList;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Reads the changes to one kind of record from the history, in the order of their
 * transactions. It only reads up to the oldest transaction that is still running, since
 * that one may be followed by others that are committed before it.
 *
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
final class ChangeFeed<R extends StoredRecord<V>, V extends Record & RecordView> {

	/** The token of a client that only wants to know what comes next. */
	static final String NOW = "now";

	private static final int MOST = 200;

	/** A caller who sees few of the records gets few changes, or none, at a time. */
	private static final int MOST_READ = 5_000;

	private static final String NEW = "select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)";

	private static final String READ = """
			select cast(h.tx as text) as tx, h.record_id as id, h.version as version, h.step as step, h.at as at,
			h.action as action, coalesce(:withdrawn, false) as withdrawn
			from history h where h.kind = :kind
			and (h.tx, h.record_id, h.version, h.step) > (cast(:tx as xid8), :id, :version, :step)
			and h.tx < pg_snapshot_xmin(pg_current_snapshot())
			order by h.tx, h.record_id, h.version, h.step limit :limit""";

	private final EntityManager entities;

	private final Cursors cursors;

	private final RecordList<R> list;

	private final String kind;

	private final Function<List<R>, List<V>> views;

	ChangeFeed(EntityManager entities, Cursors cursors, RecordList<R> list, String kind,
			Function<List<R>, List<V>> views) {
		this.entities = entities;
		this.cursors = cursors;
		this.list = list;
		this.kind = kind;
		this.views = views;
	}

	/**
	 * Returns the changes after a position.
	 * @param since the token of the position, {@code now}, or null for the beginning
	 * @throws ProblemException if the token was not issued by this feed, or the limit is
	 * out of range
	 */
	RecordChanges<V> read(@Nullable String since, int limit) {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST));
		}
		Position position = position(since);
		List<RecordChanges.Item<V>> items = new ArrayList<>();
		int step = this.list.restricted() ? MOST : limit;
		boolean more = true;
		for (int read = 0; read < MOST_READ && more && items.size() < limit; read += step) {
			List<Entry> entries = entries(position, step);
			Map<UUID, V> records = records(entries);
			more = entries.size() == step;
			for (Entry entry : entries) {
				if (items.size() == limit) {
					more = true;
					break;
				}
				position = entry.position();
				V record = records.get(position.id());
				if (record != null || entry.withdrawn() || !this.list.restricted()) {
					items.add(entry.item(record));
				}
			}
		}
		return new RecordChanges<>(items, token(position), more);
	}

	private Position position(@Nullable String since) {
		if (since == null) {
			return Position.before("0");
		}
		if (since.equals(NOW)) {
			return Position.before((String) this.entities.createNativeQuery(NEW, String.class).getSingleResult());
		}
		List<String> values = this.cursors.read("since", since, feed());
		return new Position(values.get(0), UUID.fromString(values.get(1)), Long.parseLong(values.get(2)),
				Integer.parseInt(values.get(3)));
	}

	private String token(Position position) {
		return this.cursors.write(List.of(position.tx(), position.id(), position.version(), position.step()), feed());
	}

	private String feed() {
		return "changes of " + this.kind;
	}

	private Map<UUID, V> records(List<Entry> entries) {
		Set<UUID> ids = new LinkedHashSet<>();
		entries.forEach((entry) -> ids.add(entry.position().id()));
		Map<UUID, V> records = new HashMap<>();
		this.list.find(ids, this.views).forEach((view) -> records.put(view.id(), view));
		return records;
	}

	private List<Entry> entries(Position after, int limit) {
		Restriction withdrawn = this.list.withdrawn();
		Query query = this.entities.createNativeQuery(READ.replace(":withdrawn,", withdrawn.sql() + ","), Tuple.class);
		withdrawn.parameters().forEach(query::setParameter);
		query.setParameter("kind", this.kind);
		query.setParameter("tx", after.tx());
		query.setParameter("id", after.id());
		query.setParameter("version", after.version());
		query.setParameter("step", after.step());
		query.setParameter("limit", limit);
		List<Entry> entries = new ArrayList<>();
		for (Object row : query.getResultList()) {
			entries.add(Entry.of((Tuple) row));
		}
		return entries;
	}

	/**
	 * A position in the feed: that of an entry in the index.
	 */
	private record Position(String tx, UUID id, long version, int step) {

		/** Returns the position before all entries of a transaction. */
		static Position before(String tx) {
			return new Position(tx, new UUID(0, 0), -1, 0);
		}

	}

	/**
	 * An entry of the history.
	 */
	private record Entry(Position position, Instant at, String action, boolean withdrawn) {

		static Entry of(Tuple row) {
			Position position = new Position(row.get("tx", String.class), row.get("id", UUID.class),
					row.get("version", Long.class), row.get("step", Integer.class));
			return new Entry(position, row.get("at", Instant.class), row.get("action", String.class),
					row.get("withdrawn", Boolean.class));
		}

		<V> RecordChanges.Item<V> item(@Nullable V record) {
			String shown = (record == null && this.withdrawn) ? RecordChanges.WITHDRAWN : this.action;
			return new RecordChanges.Item<>(this.position.id(), this.position.version(), shown, this.at, record);
		}

	}

}
