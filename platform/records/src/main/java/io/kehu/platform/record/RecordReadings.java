package io.kehu.platform.record;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.personal.PersonalView;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.query.Cursors;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordLists;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates the {@link RecordReading}s of a service.
 */
public final class RecordReadings {

	private final RecordLists lists;

	private final History history;

	private final RecordExport export;

	private final RecordTransactions transactions;

	private final JsonMapper json;

	private final SealedCopies copies;

	RecordReadings(RecordLists lists, History history, RecordExport export, RecordTransactions transactions,
			JsonMapper json, SealedCopies copies) {
		this.copies = copies;
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
	 * @param field the unique field whose values can be used like external ids
	 * @param held returns the value of a record
	 * @param includable the records that can be included, by the names of the fields that
	 * refer to them
	 */
	public <R extends StoredRecord<V>, V extends Record & RecordView> RecordReading<R, V> of(Class<R> type,
			ListFields<R> fields, String subject, Class<V> view, String field, Function<R, @Nullable Object> held,
			Map<String, Included<R>> includable) {
		PersonalView<V> shown = new PersonalView<>(this.lists.access(), type, view, RecordView::id, null);
		Inclusions<R> inclusions = new Inclusions<>();
		includable.forEach((name, one) -> inclusions.add(name, one.id(), one::target));
		return of(type, fields, subject, new RecordReading.Showing<>(view, UnaryOperator.identity(), shown), inclusions,
				new Address<>(field, held));
	}

	/**
	 * Returns the reading of records.
	 * @throws IllegalStateException if the list has no filter by the address
	 */
	<R extends StoredRecord<V>, V extends Record & RecordView> RecordReading<R, V> of(Class<R> type,
			ListFields<R> fields, String subject, RecordReading.Showing<V> showing, Inclusions<R> inclusions,
			@Nullable Address<R> address) {
		if (address != null && !fields.names().contains(address.field())) {
			throw new IllegalStateException("The list of %s has no field %s".formatted(subject, address.field()));
		}
		return new RecordReading<>(this, this.lists.create(type, fields), subject, showing, inclusions, address);
	}

	JsonMapper json() {
		return this.json;
	}

	SealedCopies copies() {
		return this.copies;
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
		return this.lists.entities();
	}

	Cursors cursors() {
		return this.lists.cursors();
	}

	/**
	 * Records that can be included.
	 *
	 * @param id returns the id that a record refers to, or null
	 * @param target the records that are referred to
	 */
	public record Included<R>(Function<R, @Nullable UUID> id, Includable target) {
	}

}
