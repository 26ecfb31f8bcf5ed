package io.kehu.platform.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The records of one kind to which access is derived from a parent. They follow the
 * parent when it is merged with another one.
 *
 * @param <D> the client-writable fields of a record
 * @param <R> the entity
 * @param <V> the view of a record, as clients see it
 */
public final class Dependants<D, R extends DetailedRecord<D, V>, V extends Record & RecordView> {

	private static final int MOST_IDS = 1000;

	private final RecordStore<D, R, V> store;

	private final RecordTable<R> table;

	private final String field;

	private final Function<D, @Nullable UUID> parent;

	Dependants(RecordStore<D, R, V> store, RecordTable<R> table, String field, Function<D, @Nullable UUID> parent) {
		this.store = store;
		this.table = table;
		this.field = field;
		this.parent = parent;
	}

	/** Returns the kind of record. */
	public String subject() {
		return this.store.subject();
	}

	/**
	 * Moves all records of a parent, including deleted ones, in the current transaction.
	 * @return the ids of the records
	 */
	public List<UUID> move(UUID from, UUID to) {
		List<R> records = this.table.findBy(this.field, List.of(from));
		move(records, to);
		return records.stream().map(DetailedRecord::id).toList();
	}

	/**
	 * Moves records back to a parent, except those that have been moved elsewhere since,
	 * in the current transaction.
	 * @param moved the ids of records, each with that of the parent to which it was moved
	 */
	public void moveBack(Map<UUID, UUID> moved, UUID parent) {
		List<UUID> ids = List.copyOf(moved.keySet());
		List<R> records = new ArrayList<>();
		for (int i = 0; i < ids.size(); i += MOST_IDS) {
			records.addAll(this.table.findBy("id", ids.subList(i, Math.min(i + MOST_IDS, ids.size()))));
		}
		move(records.stream()
			.filter((record) -> Objects.equals(moved.get(record.id()), this.parent.apply(record.details())))
			.toList(), parent);
	}

	private void move(Collection<R> records, UUID to) {
		List<R> ordered = new ArrayList<>(records);
		ordered.sort(Comparator.comparing(DetailedRecord::id));
		if (!ordered.isEmpty()) {
			this.store.changeAll(ordered, (details) -> RecordCopies.with(details, this.field, to));
		}
	}

}
