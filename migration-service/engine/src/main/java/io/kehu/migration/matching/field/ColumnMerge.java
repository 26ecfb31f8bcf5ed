package io.kehu.migration.matching.field;

import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.MissingWords;
import org.jspecify.annotations.Nullable;

/**
 * Lays the columns of several tables one behind the other, each value in its normal form.
 * Words for nothing are missing values.
 */
final class ColumnMerge {

	/** The number of cells between two reports of progress. */
	private static final int OFTEN = 4_096;

	private final String name;

	private final UnaryOperator<@Nullable String> normal;

	private final Predicate<String> nothing;

	private final IntConsumer progress;

	private final ColumnBuilder merged;

	/** Values without a normal form, once there are any. */
	private @Nullable ColumnBuilder unread;

	private int count;

	/**
	 * Begins a column.
	 * @param name its name
	 * @param normal returns the normal form of a text, or null if it has none
	 * @param role its role; codes may look like words for nothing
	 * @param progress receives the number of cells now and then
	 */
	ColumnMerge(String name, UnaryOperator<@Nullable String> normal, ColumnRole role, IntConsumer progress) {
		this.name = name;
		this.normal = normal;
		this.nothing = (role == ColumnRole.CATEGORY) ? MissingWords::containsForCertain : MissingWords::contains;
		this.progress = progress;
		this.merged = new ColumnBuilder(name);
	}

	static UnaryOperator<@Nullable String> normalForm(ColumnRole role) {
		return switch (role) {
			case DATE -> (text) -> Dates.parseMistyped(NormalForms.compatible(text).strip());
			case POSTCODE, HOUSE_NUMBER, IDENTIFIER, PHONE -> NormalForms::squeeze;
			case EMAIL -> (text) -> NormalForms.lower(NormalForms.compatible(text).strip());
			case NUMBER -> (text) -> NumberComparison.normal(NormalForms.compatible(text));
			case ORGANISATION, COMPANY -> OrganisationName::normal;
			case FULL_NAME, GIVEN_NAME, FAMILY_NAME, PLACE, ADDRESS, CATEGORY, TEXT, RECORD_KEY, IGNORED ->
				NormalForms::fold;
		};
	}

	/**
	 * Adds the values of a table.
	 * @param column its column, or null if it has none
	 * @param rows the number of its rows
	 */
	void add(@Nullable Column column, int rows) {
		int distinct = (column != null) ? column.distinct() : 0;
		boolean[] read = new boolean[distinct];
		boolean[] missing = new boolean[distinct];
		@Nullable String[] normalised = new String[distinct];
		for (int row = 0; row < rows; row++) {
			if (row % OFTEN == OFTEN - 1) {
				this.progress.accept(OFTEN);
			}
			int code = (column != null) ? column.code(row) : Column.MISSING;
			if (column != null && code >= 0 && !read[code]) {
				read[code] = true;
				missing[code] = this.nothing.test(column.text(code));
				normalised[code] = missing[code] ? null : this.normal.apply(column.text(code));
			}
			String value = (code < 0) ? null : normalised[code];
			boolean raw = code >= 0 && value == null && !missing[code];
			this.merged.add(value);
			addUnread((raw && column != null) ? column.text(code) : null);
		}
	}

	private void addUnread(@Nullable String text) {
		if (text != null && this.unread == null) {
			this.unread = new ColumnBuilder(this.name);
			for (int i = 0; i < this.count; i++) {
				this.unread.add(null);
			}
		}
		if (this.unread != null) {
			this.unread.add(text);
		}
		this.count++;
	}

	Column merged() {
		return this.merged.build();
	}

	/** Returns the values that have no normal form, or null if all have one. */
	@Nullable Column unread() {
		return (this.unread != null) ? this.unread.build() : null;
	}

}
