package io.kehu.platform.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Declares what a list reads from and by which fields it can be filtered and sorted; only
 * what is declared here can ever reach the SQL.
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
	 * Starts a declaration.
	 * @param from the table with its alias, for example {@code customer c}
	 * @param condition what holds for each record of the list, for example
	 * {@code c.deleted_at is null}
	 * @param idColumn the column of the id, by which every order is made total
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

	/** Adds a text that is always there and can be sorted by. */
	public ListFields<T> text(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.TEXT, false, value);
	}

	/** Adds a text that may be missing and can be sorted by. */
	public ListFields<T> optionalText(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.TEXT, true, value);
	}

	/** Adds an instant that is always there and can be sorted by. */
	public ListFields<T> instant(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.INSTANT, false, value);
	}

	/** Adds a date that can be sorted by. */
	public ListFields<T> date(String name, String sql, boolean nullable, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.DATE, nullable, value);
	}

	/** Adds a number that is always there and can be sorted by. */
	public ListFields<T> number(String name, String sql, Function<T, @Nullable Object> value) {
		return column(name, sql, ValueType.NUMBER, false, value);
	}

	/** Adds an id of another record, which may be missing. */
	public ListFields<T> reference(String name, String sql) {
		return column(name, sql, ValueType.UUID_VALUE, true, null);
	}

	/** Adds a truth value. */
	public ListFields<T> bool(String name, String sql) {
		return column(name, sql, ValueType.BOOLEAN, false, null);
	}

	/** Adds an enumeration stored by its constants' names. */
	public <E extends Enum<E>> ListFields<T> enumeration(String name, String sql, Class<E> type) {
		return column(name, sql, ValueType.enumeration(type), false, null);
	}

	/**
	 * Adds a field of which a record has several values.
	 * @param condition holds for the records that have the value {@code :value}
	 */
	public ListFields<T> several(String name, String condition) {
		this.fields.put(name, new ListField<>(name, condition, ValueType.TEXT, true, false, null));
		return this;
	}

	/**
	 * Lets {@code q} search a column of lower-case text.
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
