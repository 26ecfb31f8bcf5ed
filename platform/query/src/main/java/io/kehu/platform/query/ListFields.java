package io.kehu.platform.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

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

	private final ListField<T> id;

	private @Nullable String search;

	private ListFields(String from, String condition, ListField<T> id) {
		this.from = from;
		this.condition = condition;
		this.id = id;
		this.fields.put(id.name(), id);
	}

	/**
	 * Creates a declaration.
	 * @param from the table with its alias, for example {@code customer c}
	 * @param condition a condition that selects the records of the list, for example
	 * {@code c.deleted_at is null}
	 * @param idColumn the id column, which makes every order unique
	 */
	public static <T> ListFields<T> of(String from, String condition, String idColumn, Function<T, UUID> id) {
		return new ListFields<>(from, condition,
				new ListField<>("id", idColumn, ValueType.UUID_VALUE, false, false, id::apply));
	}

	private ListFields<T> column(String name, String sql, ValueType type, boolean nullable,
			@Nullable Function<T, @Nullable Object> value) {
		this.fields.put(name, new ListField<>(name, sql, type, false, nullable, value));
		return this;
	}

	/** Adds a mandatory, sortable text field. */
	public ListFields<T> text(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.TEXT, false, value);
	}

	/** Adds an optional, sortable text field. */
	public ListFields<T> optionalText(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.TEXT, true, value);
	}

	/** Adds a mandatory, sortable instant. */
	public ListFields<T> instant(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.INSTANT, false, value);
	}

	/** Adds a sortable date. */
	public ListFields<T> date(String name, String sql, boolean nullable, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.DATE, nullable, value);
	}

	/** Adds a mandatory, sortable number. */
	public ListFields<T> number(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.NUMBER, false, value);
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

	/**
	 * Adds a field that can have several values in a record.
	 * @param condition a condition that selects the records with the value {@code :value}
	 */
	public ListFields<T> several(String name, String condition) {
		this.fields.put(name, new ListField<>(name, condition, ValueType.TEXT, true, false, null));
		return this;
	}

	/**
	 * Sets the column of lower-case text that {@code q} searches.
	 */
	public ListFields<T> search(String sql) {
		this.search = sql;
		return this;
	}

	String from() {
		return this.from;
	}

	String condition() {
		return this.condition;
	}

	ListField<T> id() {
		return this.id;
	}

	@Nullable String searchColumn() {
		return this.search;
	}

	@Nullable ListField<T> find(String name) {
		return this.fields.get(name);
	}

	Iterable<String> names() {
		return this.fields.keySet();
	}

}
