package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

import io.kehu.migration.matching.text.Texts;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The fields of all records of one or several tables laid one behind the other:
 * normalised columns by role, names, and the comparisons over them.
 */
public final class FieldSet {

	/** The number of cells between two reports of progress. */
	private static final int OFTEN = 4_096;

	/** Taking a name apart is as much work as so many other cells. */
	private static final int NAME = 16;

	private final int rows;

	private final DoubleConsumer share;

	private final long cells;

	private long done;

	private final Map<ColumnRole, List<Column>> columns = new EnumMap<>(ColumnRole.class);

	private final @Nullable Names names;

	private final List<FieldComparison> comparisons = new ArrayList<>();

	private FieldSet(List<Table> tables, Map<String, ColumnRole> roles, DoubleConsumer share) {
		this.rows = tables.stream().mapToInt(Table::rows).sum();
		this.share = share;
		this.cells = Math.max(1, tables.stream().mapToLong((table) -> cells(table) + (long) NAME * table.rows()).sum());
		List<Map<ColumnRole, List<@Nullable Column>>> byTable = Alignment.of(tables, roles);
		told(0);
		for (ColumnRole role : ColumnRole.values()) {
			int count = byTable.stream().mapToInt((map) -> map.getOrDefault(role, List.of()).size()).max().orElse(0);
			for (int i = 0; i < count; i++) {
				if (!role.isName() && role != ColumnRole.RECORD_KEY && role != ColumnRole.IGNORED) {
					this.columns.computeIfAbsent(role, (key) -> new ArrayList<>()).add(merge(tables, byTable, role, i));
				}
			}
		}
		this.names = names(tables, byTable);
		addComparisons();
	}

	/**
	 * Lay tables one behind the other.
	 * @param tables at least one
	 * @param roles roles of columns by name that are known already; others are detected
	 * @param share receives the share done, from 0 to 1; may throw to end the work
	 * @return their fields
	 */
	public static FieldSet of(List<Table> tables, Map<String, ColumnRole> roles, DoubleConsumer share) {
		return new FieldSet(tables, roles, share);
	}

	private static long cells(Table table) {
		return (long) table.rows() * table.columns().size();
	}

	private void told(int more) {
		this.done += more;
		this.share.accept(Math.min(1, (double) this.done / this.cells));
	}

	private static @Nullable Column at(Map<ColumnRole, List<@Nullable Column>> byRole, ColumnRole role, int index) {
		List<@Nullable Column> list = byRole.getOrDefault(role, List.of());
		return (index < list.size()) ? list.get(index) : null;
	}

	private Column merge(List<Table> tables, List<Map<ColumnRole, List<@Nullable Column>>> byTable, ColumnRole role,
			int index) {
		UnaryOperator<@Nullable String> normal = normalForm(role);
		String name = firstName(byTable, role, index);
		ColumnBuilder merged = new ColumnBuilder(name);
		for (int t = 0; t < byTable.size(); t++) {
			Column column = at(byTable.get(t), role, index);
			addNormalised(merged, column, tables.get(t).rows(), normal);
		}
		return merged.build();
	}

	private void addNormalised(ColumnBuilder merged, @Nullable Column column, int rows,
			UnaryOperator<@Nullable String> normal) {
		@Nullable String[] normalised = new String[(column != null) ? column.distinct() : 0];
		for (int row = 0; row < rows; row++) {
			if (row % OFTEN == OFTEN - 1) {
				told(OFTEN);
			}
			int code = (column != null) ? column.code(row) : Column.MISSING;
			if (column == null || code < 0) {
				merged.add(null);
			}
			else {
				if (normalised[code] == null) {
					normalised[code] = normal.apply(column.text(code));
				}
				merged.add(normalised[code]);
			}
		}
	}

	private static String firstName(List<Map<ColumnRole, List<@Nullable Column>>> byTable, ColumnRole role, int index) {
		for (Map<ColumnRole, List<@Nullable Column>> byRole : byTable) {
			Column column = at(byRole, role, index);
			if (column != null) {
				return column.name();
			}
		}
		return role.name();
	}

	private static UnaryOperator<@Nullable String> normalForm(ColumnRole role) {
		return switch (role) {
			case DATE -> (text) -> Dates.parseMistyped(text.strip());
			case POSTCODE, HOUSE_NUMBER, IDENTIFIER, PHONE -> Texts::squeeze;
			case EMAIL -> (text) -> Texts.lower(text.strip());
			case NUMBER -> NumberComparison::normal;
			case COMPANY -> CompanyNames::normal;
			case FULL_NAME, GIVEN_NAME, FAMILY_NAME, PLACE, ADDRESS, CATEGORY, TEXT, RECORD_KEY, IGNORED -> Texts::fold;
		};
	}

	private @Nullable Names names(List<Table> tables, List<Map<ColumnRole, List<@Nullable Column>>> byTable) {
		if (byTable.stream().noneMatch((map) -> map.keySet().stream().anyMatch(ColumnRole::isName))) {
			return null;
		}
		Names all = new Names(this.rows);
		int offset = 0;
		for (int t = 0; t < tables.size(); t++) {
			Column whole = fullest(byTable.get(t).getOrDefault(ColumnRole.FULL_NAME, List.of()));
			Column given = first(byTable.get(t).getOrDefault(ColumnRole.GIVEN_NAME, List.of()));
			Column family = first(byTable.get(t).getOrDefault(ColumnRole.FAMILY_NAME, List.of()));
			for (int row = 0; row < tables.get(t).rows(); row++) {
				if (row % OFTEN == OFTEN - 1) {
					told(NAME * OFTEN);
				}
				String text = (whole != null) ? whole.value(row) : null;
				all.put(offset + row, (text != null) ? PersonName.ofWhole(text)
						: PersonName.ofParts(value(given, row), value(family, row)));
			}
			offset += tables.get(t).rows();
		}
		return all;
	}

	private static @Nullable String value(@Nullable Column column, int row) {
		return (column != null) ? column.value(row) : null;
	}

	private static @Nullable Column first(List<@Nullable Column> columns) {
		return columns.stream().filter(Objects::nonNull).findFirst().orElse(null);
	}

	private static @Nullable Column fullest(List<@Nullable Column> columns) {
		Column fullest = null;
		for (Column column : columns) {
			if (column != null && (fullest == null || column.distinct() > fullest.distinct())) {
				fullest = column;
			}
		}
		return fullest;
	}

	private void addComparisons() {
		if (this.names != null) {
			this.comparisons.add(new GivenNameComparison(this.names));
			this.comparisons.add(new FamilyNameComparison(this.names));
			this.comparisons.add(new MiddleNameComparison(this.names));
		}
		this.columns.forEach((role, list) -> list.forEach((column) -> this.comparisons.add(comparison(role, column))));
	}

	private static FieldComparison comparison(ColumnRole role, Column column) {
		return switch (role) {
			case DATE -> new DateComparison(column);
			case POSTCODE, HOUSE_NUMBER, IDENTIFIER, PHONE -> new CodeComparison(role, column);
			case CATEGORY -> new CategoryComparison(role, column);
			case NUMBER -> new NumberComparison(column);
			case EMAIL -> new EmailComparison(column);
			case FULL_NAME, GIVEN_NAME, FAMILY_NAME, PLACE, ADDRESS, COMPANY, TEXT, RECORD_KEY, IGNORED ->
				new TextComparison(role, column);
		};
	}

	public int rows() {
		return this.rows;
	}

	/** Returns the comparisons over all fields. */
	public List<FieldComparison> comparisons() {
		return this.comparisons;
	}

	/** Returns the names of the records, or null when no column holds any. */
	public @Nullable Names names() {
		return this.names;
	}

	/** Returns the normalised columns of a role, each as long as all tables together. */
	public List<Column> columns(ColumnRole role) {
		return this.columns.getOrDefault(role, List.of());
	}

}
