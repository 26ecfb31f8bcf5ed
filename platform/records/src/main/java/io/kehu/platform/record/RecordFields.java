package io.kehu.platform.record;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.kehu.platform.json.Texts;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.ValueConditions;
import io.kehu.platform.sealing.SealedTextConverter;
import org.jspecify.annotations.Nullable;

/**
 * Declares the fields by which the list of a kind of record can be filtered and sorted. A
 * field is stored in the column of its name in snake case, unless the column is given;
 * conditions refer to the table as {@code r}. All kinds have {@code id},
 * {@code createdAt} and {@code updatedAt}; owners and external ids are added for those
 * that have them.
 *
 * @param <R> the entity
 */
public final class RecordFields<R> {

	private final ListFields<R> fields;

	private final Set<String> personal = new LinkedHashSet<>();

	private @Nullable String impersonalSearch;

	private final RecordSealing sealing;

	private final String table;

	private final Set<String> sealed = new LinkedHashSet<>();

	RecordFields(String table, RecordSealing sealing, Function<R, UUID> id, Function<R, @Nullable Instant> deletedAt) {
		this.table = table;
		this.sealing = sealing;
		this.fields = ListFields.ofDeletable(table + " r", id, deletedAt);
	}

	/** Adds a mandatory, sortable text field. */
	public RecordFields<R> text(String name, Function<R, @Nullable Object> value) {
		this.fields.text(name, column(name), value);
		return this;
	}

	/** Adds an optional, sortable text field. */
	public RecordFields<R> optionalText(String name, Function<R, @Nullable Object> value) {
		this.fields.optionalText(name, column(name), value);
		return this;
	}

	/**
	 * Adds a mandatory, sortable text field.
	 * @param stored brings a requested value into the form of the stored ones
	 */
	public RecordFields<R> text(String name, Function<R, @Nullable Object> value, UnaryOperator<String> stored) {
		this.fields.text(name, column(name), value, stored);
		return this;
	}

	/** Adds an optional, sortable text field that is equal regardless of case. */
	public RecordFields<R> caselessText(String name, Function<R, @Nullable Object> value) {
		this.fields.caselessText(name, column(name), value);
		return this;
	}

	/** Adds a mandatory text field that is sorted as people expect of names. */
	public RecordFields<R> name(String name, Function<R, @Nullable Object> value) {
		this.fields.text(name, ListFields.names(column(name)), value);
		return this;
	}

	/** Adds an optional text field that is sorted as people expect of names. */
	public RecordFields<R> optionalName(String name, Function<R, @Nullable Object> value) {
		this.fields.optionalText(name, ListFields.names(column(name)), value);
		return this;
	}

	/** Adds a mandatory text field in another column, by which lists cannot be sorted. */
	public RecordFields<R> unsortedText(String name, String column) {
		this.fields.unsortedText(name, "r." + column);
		return this;
	}

	/** Adds a mandatory, sortable instant. */
	public RecordFields<R> instant(String name, Function<R, @Nullable Object> value) {
		this.fields.instant(name, column(name), value);
		return this;
	}

	/** Adds an optional, sortable instant. */
	public RecordFields<R> optionalInstant(String name, Function<R, @Nullable Object> value) {
		this.fields.optionalInstant(name, column(name), value);
		return this;
	}

	/** Adds an optional, sortable date. */
	public RecordFields<R> date(String name, Function<R, @Nullable Object> value) {
		return date(name, RecordShape.snakeCase(name), value);
	}

	/** Adds an optional, sortable date in another column. */
	public RecordFields<R> date(String name, String column, Function<R, @Nullable Object> value) {
		this.fields.date(name, "r." + column, true, value);
		return this;
	}

	/** Adds a mandatory, sortable number. */
	public RecordFields<R> number(String name, Function<R, @Nullable Object> value) {
		return number(name, RecordShape.snakeCase(name), value);
	}

	/** Adds a mandatory, sortable number in another column. */
	public RecordFields<R> number(String name, String column, Function<R, @Nullable Object> value) {
		this.fields.number(name, "r." + column, value);
		return this;
	}

	/** Adds an optional, sortable number. */
	public RecordFields<R> optionalNumber(String name, Function<R, @Nullable Object> value) {
		this.fields.optionalNumber(name, column(name), value);
		return this;
	}

	/** Adds an optional id of another record. */
	public RecordFields<R> reference(String name) {
		this.fields.reference(name, column(name));
		return this;
	}

	/** Adds a boolean field. */
	public RecordFields<R> bool(String name) {
		return bool(name, RecordShape.snakeCase(name));
	}

	/** Adds a boolean field in another column. */
	public RecordFields<R> bool(String name, String column) {
		this.fields.bool(name, "r." + column);
		return this;
	}

	/** Adds an enumeration that is stored by the names of its constants. */
	public <E extends Enum<E>> RecordFields<R> enumeration(String name, Class<E> type) {
		this.fields.enumeration(name, column(name), type);
		return this;
	}

	/** Adds a field that can have several values in a record. */
	public RecordFields<R> several(String name, ValueConditions conditions) {
		this.fields.several(name, conditions);
		return this;
	}

	/**
	 * Adds a field that can have several values in a record.
	 * @param normalize brings a requested value into the form of the stored ones
	 */
	public RecordFields<R> several(String name, ValueConditions conditions, UnaryOperator<String> normalize) {
		this.fields.several(name, conditions, normalize);
		return this;
	}

	/**
	 * Adds a field whose values are a member of the objects in a column of type jsonb,
	 * compared regardless of case and of white space around them.
	 * @param values an indexed column with all such values in lower case, a JSON array
	 */
	public RecordFields<R> elements(String name, String column, String member, String values) {
		return elements(name, column, member, values, Texts::visible);
	}

	/**
	 * Adds a field as above.
	 * @param normalize brings a requested value into the form of the stored ones
	 */
	public RecordFields<R> elements(String name, String column, String member, String values,
			UnaryOperator<String> normalize) {
		String equal = """
				r.%s @> to_jsonb(lower(cast(:value as text)))
				and exists (select 1 from jsonb_array_elements(r.%s) as element (item)
				where lower(element.item ->> '%s') = lower(:value))""".formatted(values, column, member);
		return several(name, ValueConditions.ofMember(equal, "r." + column, member), normalize);
	}

	/**
	 * Adds a field whose values are texts in a table of their own.
	 * @param reference the column with the id of the record
	 */
	public RecordFields<R> texts(String name, String table, String reference, String column) {
		return several(name, ValueConditions.ofRows(table, "own.%s = r.id".formatted(reference), column));
	}

	/**
	 * Adds a field whose values are ids of other records in a table of their own.
	 * @param reference the column with the id of the record
	 */
	public RecordFields<R> references(String name, String table, String reference, String column) {
		this.fields.ids(name, ValueConditions.ofIds(table, "own.%s = r.id".formatted(reference), column));
		return this;
	}

	/** Adds a field for each member of the JSON object in a column of type jsonb. */
	public RecordFields<R> json(String name, Function<R, ? extends Map<String, ?>> members) {
		this.fields.json(name, column(name), members);
		return this;
	}

	/**
	 * Sets the expression that {@code q} searches, in the form of the database function
	 * {@code search_text_of}.
	 */
	public RecordFields<R> search(String sql) {
		this.fields.search(sql);
		return this;
	}

	/**
	 * Sets the expressions that {@code q} searches: a column that includes personal data,
	 * and an expression without it for callers that may not see it.
	 */
	public RecordFields<R> search(String sql, String impersonal) {
		this.fields.search(sql);
		this.impersonalSearch = impersonal;
		return this;
	}

	/**
	 * Adds an optional field that is stored sealed, by which lists can be filtered for
	 * exact values only, regardless of case, spaces and punctuation. Besides the column
	 * of the field, which a {@link SealedTextConverter} writes, the table has one with
	 * the suffix {@code _index} for the first 20 bytes of it.
	 */
	public RecordFields<R> sealed(String name) {
		this.sealed.add(name);
		this.sealing.column(this.table, RecordShape.snakeCase(name), name);
		return several(name, new ValueConditions(RecordTable.indexed(name, ":value"), null, column(name) + " is null"),
				(value) -> this.sealing.index().allAsText(name, value))
			.personal(name);
	}

	/** Declares that the values of fields are personal data. */
	public RecordFields<R> personal(String... names) {
		this.personal.addAll(List.of(names));
		return this;
	}

	/**
	 * Restricts the personal fields to callers with a permission.
	 * @throws IllegalStateException if a field is named like a member with personal data,
	 * but is not declared as personal, or is sealed only here
	 */
	void personal(PersonalData data, @Nullable String permission) {
		for (String name : this.sealed) {
			if (!data.sealedMembers().contains(name)) {
				throw new IllegalStateException("%s is not marked as sealed".formatted(name));
			}
		}
		for (String name : this.fields.names()) {
			if (!this.personal.contains(name)
					&& (data.members().contains(name) || data.members().contains(name + "s"))) {
				throw new IllegalStateException("The field %s is personal data".formatted(name));
			}
		}
		if (permission != null) {
			this.fields.personal(permission, this.personal);
			String search = this.fields.searchColumn();
			if (search != null && this.impersonalSearch != null) {
				this.fields.search(search, this.impersonalSearch, permission);
			}
		}
	}

	ListFields<R> complete(RecordShape shape, Function<R, @Nullable Object> createdAt,
			Function<R, @Nullable Object> updatedAt) {
		if (shape.owned()) {
			reference("ownerId").reference("teamId");
		}
		instant("createdAt", createdAt).instant("updatedAt", updatedAt);
		ExternalIdTable keys = shape.keys();
		if (keys != null) {
			this.fields.externalIds(keys.table(), keys.column());
		}
		return this.fields;
	}

	private static String column(String name) {
		return "r." + RecordShape.snakeCase(name);
	}

}
