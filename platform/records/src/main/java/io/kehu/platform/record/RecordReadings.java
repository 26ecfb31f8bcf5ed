package io.kehu.platform.record;

import java.util.List;
import java.util.function.UnaryOperator;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordLists;

/**
 * Creates the {@link RecordReading}s of a service.
 */
public final class RecordReadings {

	private final RecordLists lists;

	private final History history;

	private final RecordExport export;

	private final RecordTransactions transactions;

	RecordReadings(RecordLists lists, History history, RecordExport export, RecordTransactions transactions) {
		this.lists = lists;
		this.history = history;
		this.export = export;
		this.transactions = transactions;
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
		return of(type, fields, subject, view, UnaryOperator.identity());
	}

	<R extends StoredRecord<V>, V extends Record & RecordView> RecordReading<R, V> of(Class<R> type,
			ListFields<R> fields, String subject, Class<V> view, UnaryOperator<List<V>> completion) {
		return new RecordReading<>(this, this.lists.create(type, fields), subject, view, completion);
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

}
