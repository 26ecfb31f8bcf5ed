package io.kehu.platform.record;

import java.util.List;
import java.util.function.UnaryOperator;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.personal.PersonalView;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordLists;
import jakarta.persistence.EntityManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates the {@link RecordReading}s of a service.
 */
public final class RecordReadings {

	private final RecordLists lists;

	private final History history;

	private final RecordExport export;

	private final RecordTransactions transactions;

	private final EntityManager entities;

	private final Cursors cursors;

	private final JsonMapper json;

	RecordReadings(RecordLists lists, History history, RecordExport export, RecordTransactions transactions,
			EntityManager entities, Cursors cursors, JsonMapper json) {
		this.entities = entities;
		this.cursors = cursors;
		this.lists = lists;
		this.history = history;
		this.export = export;
		this.transactions = transactions;
		this.json = json;
	}

	/**
	 * Returns the reading of records that are stored without a {@link RecordStore}.
	 * @param type the entity
	 * @param fields the fields of lists and exports
	 * @param subject the kind of record, for error messages
	 * @param view the type of the views
	 */
	public <R extends StoredRecord<V>, V extends Record & RecordView> RecordReading<R, V> of(Class<R> type,
			ListFields<R> fields, String subject, Class<V> view) {
		return of(type, fields, subject, view, UnaryOperator.identity(),
				new PersonalView<>(this.lists.access(), type, view, RecordView::id, null), new Inclusions<>());
	}

	<R extends StoredRecord<V>, V extends Record & RecordView> RecordReading<R, V> of(Class<R> type,
			ListFields<R> fields, String subject, Class<V> view, UnaryOperator<List<V>> completion,
			PersonalView<V> shown, Inclusions<R> inclusions) {
		return new RecordReading<>(this, this.lists.create(type, fields), subject, view, completion, shown, inclusions);
	}

	JsonMapper json() {
		return this.json;
	}

	History history() {
		return this.history;
	}

	RecordExport export() {
		return this.export;
	}

	RecordTransactions transactions() {
		return this.transactions;
	}

	EntityManager entities() {
		return this.entities;
	}

	Cursors cursors() {
		return this.cursors;
	}

}
