package io.kehu.platform.query;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.kehu.platform.json.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Declares the table of a list and the fields by which it can be filtered and sorted.
 * Only what is declared here can become part of the SQL.
 *
 * @param <T> the entity
 */
public final class ListFields<T> {

	private final Map<String, ListField<T>> fields = new LinkedHashMap<>();

	private final String from;

	private final String condition;

	/** Selects the deleted records, or null if records are not marked as deleted. */
	private final @Nullable String deleted;

	private final ListField<T> id;

	private final Map<String, JsonFields<T>> jsonFields = new LinkedHashMap<>();

	private @Nullable SearchedColumns searched;

	private ListFields(String from, String condition, @Nullable String deleted, String idColumn, Function<T, UUID> id) {
		this.from = from;
		this.condition = condition;
		this.deleted = deleted;
		this.id = new ListField<>("id", idColumn, ValueType.UUID_VALUE, null, false, id::apply);
		this.fields.put(this.id.name(), this.id);
	}

	/**
	 * Creates a declaration.
	 * @param from the table with its alias, for example {@code customer c}
	 * @param condition a condition that selects the records of the list
	 * @param idColumn the id column, which makes every order unique
	 */
	public static <T> ListFields<T> of(String from, String condition, String idColumn, Function<T, UUID> id) {
		return new ListFields<>(from, condition, null, idColumn, id);
	}

	/**
	 * Creates a declaration for records with an {@code id} that are marked as deleted by
	 * {@code deleted_at}. The list contains those that are not deleted, with
	 * {@code deleted=true} those that are, and with {@code deleted=any} all.
	 * @param from the table with its alias, for example {@code customer c}
	 */
	public static <T> ListFields<T> ofDeletable(String from, Function<T, UUID> id,
			Function<T, @Nullable Instant> deletedAt) {
		String alias = from.substring(from.indexOf(' ') + 1);
		String column = alias + ".deleted_at";
		return new ListFields<>(from, column + " is null", column + " is not null", alias + ".id", id)
			.column("deletedAt", column, ValueType.INSTANT, true, deletedAt::apply);
	}

	private ListFields<T> column(String name, String sql, ValueType type, boolean nullable,
			@Nullable Function<T, @Nullable Object> value) {
		this.fields.put(name, new ListField<>(name, sql, type, null, nullable, value));
		return this;
	}

	/** Returns a column of names, compared by the Unicode Collation Algorithm. */
	public static String names(String column) {
		return column + " collate \"und-x-icu\"";
	}

	/** Adds a mandatory, sortable text field. */
	public ListFields<T> text(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.TEXT, false, value);
	}

	/**
	 * Adds a mandatory, sortable text field.
	 * @param stored brings a requested value into the form of the stored ones
	 */
	public ListFields<T> text(String name, String sql, Function<T, @Nullable Object> value,
			UnaryOperator<String> stored) {
		return column(name, sql, ValueType.texts(stored), false, value);
	}

	/** Adds a mandatory, sortable text field that is filtered by these conditions. */
	public ListFields<T> text(String name, String sql, Function<T, @Nullable Object> value,
			ValueConditions conditions) {
		this.fields.put(name, new ListField<>(name, sql, ValueType.TEXT, conditions, false, value));
		return this;
	}

	/** Adds an optional, sortable text field that is equal regardless of case. */
	public ListFields<T> caselessText(String name, String sql, Function<T, @Nullable Object> value) {
		ValueType type = new ValueType(ValueType.TEXT.name(), Texts::visible);
		this.fields.put(name, new ListField<>(name, sql, type, ValueConditions.ofCaseless(sql), true, value));
		return this;
	}

	/** Adds an optional, sortable text field. */
	public ListFields<T> optionalText(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.TEXT, true, value);
	}

	/** Adds a mandatory text field by which the list cannot be sorted. */
	public ListFields<T> unsortedText(String name, String sql) {
		return column(name, sql, ValueType.TEXT, false, null);
	}

	/** Adds a mandatory, sortable instant. */
	public ListFields<T> instant(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.INSTANT, false, value);
	}

	/** Adds an optional, sortable instant. */
	public ListFields<T> optionalInstant(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.INSTANT, true, value);
	}

	/** Adds a sortable date. */
	public ListFields<T> date(String name, String sql, boolean nullable, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.DATE, nullable, value);
	}

	/** Adds a mandatory, sortable number. */
	public ListFields<T> number(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.NUMBER, false, value);
	}

	/** Adds an optional, sortable number. */
	public ListFields<T> optionalNumber(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.NUMBER, true, value);
	}

	/** Adds an optional id of another record. */
	public ListFields<T> reference(String name, String sql) {
		return column(name, sql, ValueType.UUID_VALUE, true, null);
	}

	/** Adds a boolean field. */
	public ListFields<T> bool(String name, String sql) {
		return column(name, sql, ValueType.BOOLEAN, false, null);
	}

	/** Adds an enumeration that is stored by the names of its constants. */
	public <E extends Enum<E>> ListFields<T> enumeration(String name, String sql, Class<E> type) {
		return column(name, sql, ValueType.enumeration(type), false, null);
	}

	/** Adds a field that can have several values in a record. */
	public ListFields<T> several(String name, ValueConditions conditions) {
		return several(name, conditions, UnaryOperator.identity());
	}

	/** Adds such a field whose requested values are brought into the stored form. */
	public ListFields<T> several(String name, ValueConditions conditions, UnaryOperator<String> normalize) {
		ValueType type = new ValueType(ValueType.TEXT.name(), normalize::apply);
		this.fields.put(name, new ListField<>(name, conditions.equal(), type, conditions, false, null));
		return this;
	}

	/** Adds a field whose values are ids of other records, several in a record. */
	public ListFields<T> ids(String name, ValueConditions conditions) {
		this.fields.put(name, new ListField<>(name, conditions.equal(), ValueType.UUID_VALUE, conditions, false, null));
		return this;
	}

	/**
	 * Adds a field for each member of an object, for example {@code customFields.size}.
	 * @param column the column of type {@code jsonb}
	 * @param members returns the members of a record
	 */
	public ListFields<T> json(String name, String column, Function<T, ? extends Map<String, ?>> members) {
		this.jsonFields.put(name, new JsonFields<>(name, column, members));
		return this;
	}

	/**
	 * Adds the filter {@code externalId}, whose values are {@code system:id}.
	 * @param table the table with the columns {@code system} and {@code external_id}
	 * @param reference the column that refers to the record
	 */
	public ListFields<T> externalIds(String table, String reference) {
		return several("externalId", ValueConditions.ofExternalIds(table, reference, this.id.sql()));
	}

	/** Sets the column that {@code q} searches, in the form of {@code search_text_of}. */
	public ListFields<T> search(String sql) {
		return search(SearchedColumns.of(sql, null, null));
	}

	private ListFields<T> search(SearchedColumns columns) {
		this.searched = columns;
		return this;
	}

	/**
	 * Sets the column as above, and what selects the records with a word in it or
	 * elsewhere.
	 * @param condition returns the condition for the pattern of a word, each time one is
	 * searched
	 */
	public ListFields<T> search(String sql, UnaryOperator<String> condition) {
		return search(new SearchedColumns(sql, condition, null, null));
	}

	/**
	 * Sets the columns that {@code q} searches: one that includes personal data, and an
	 * expression whose words all occur in it, for callers that may not see such data.
	 * @param permission the permission that is needed to see the personal data
	 */
	public ListFields<T> search(String sql, String impersonal, String permission) {
		return search(SearchedColumns.of(sql, impersonal, permission));
	}

	/**
	 * Restricts fields to records whose personal data the caller may see.
	 * @param permission the permission that is needed to see it
	 * @throws IllegalStateException if there is no such field
	 */
	public ListFields<T> personal(String permission, Collection<String> names) {
		names.forEach((name) -> {
			if (this.fields.computeIfPresent(name, (key, field) -> field.personal(permission)) == null) {
				throw new IllegalStateException("There is no field " + name);
			}
		});
		return this;
	}

	String from() {
		return this.from;
	}

	/**
	 * Returns the condition that selects the records of the list: deleted ones if
	 * {@code true} is selected, all if {@code any} is, otherwise the others.
	 */
	String condition(String selected) {
		return (this.deleted == null || selected.equals("false")) ? this.condition
				: selected.equals("true") ? this.deleted : "(%s or %s)".formatted(this.condition, this.deleted);
	}

	boolean deletable() {
		return this.deleted != null;
	}

	ListField<T> id() {
		return this.id;
	}

	/** Returns the column that {@code q} searches, or null if there is none. */
	public @Nullable String searchColumn() {
		return (this.searched != null) ? this.searched.column() : null;
	}

	@Nullable SearchedColumns searched() {
		return this.searched;
	}

	@Nullable ListField<T> find(String name) {
		int dot = name.indexOf('.');
		JsonFields<T> members = (dot > 0) ? this.jsonFields.get(name.substring(0, dot)) : null;
		return (members != null) ? members.find(name.substring(dot + 1)) : this.fields.get(name);
	}

	/** Returns the names of the fields that have a field for each member. */
	Iterable<String> jsonNames() {
		return this.jsonFields.keySet();
	}

	List<ListField<T>> all() {
		return List.copyOf(this.fields.values());
	}

	List<String> sortableNames() {
		return this.fields.values().stream().filter(ListField::sortable).map(ListField::name).toList();
	}

	/** Returns the names of all fields. */
	public Set<String> names() {
		return this.fields.keySet();
	}

}
