package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;

import io.kehu.migration.matching.text.NormalForms;
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

	private final EqualRecords records;

	private final DoubleConsumer share;

	private final long cells;

	private long done;

	private final Map<ColumnRole, List<Column>> columns = new EnumMap<>(ColumnRole.class);

	private final @Nullable Names names;

	private final List<FieldComparison> comparisons = new ArrayList<>();

	private FieldSet(List<Table> tables, Map<String, ColumnRole> roles, Separation apart, DoubleConsumer share) {
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
		Names all = names(tables, byTable);
		EqualRecords equal = EqualRecords.of(this.rows, codes(all), apart::number);
		this.records = apart.split(equal) ? EqualRecords.of(this.rows, codes(all), apart::number) : equal;
		this.columns.values().forEach((list) -> list.replaceAll((column) -> column.select(this.records.firsts())));
		this.names = (all != null) ? all.at(this.records.firsts()) : null;
		addComparisons();
	}

	private List<int[]> codes(@Nullable Names all) {
		List<int[]> codes = new ArrayList<>();
		if (all != null) {
			codes.add(all.codes());
		}
		this.columns.values().forEach((list) -> list.forEach((column) -> codes.add(ValueComparison.codes(column))));
		return codes;
	}

	/**
	 * Lays tables one behind the other and takes records with equal fields as one.
	 * @param tables at least one
	 * @param roles roles of columns by name that are known already; others are detected
	 * @param apart says which records are never taken as one
	 * @param share receives the share done, from 0 to 1; may throw to end the work
	 * @return their fields
	 */
	public static FieldSet of(List<Table> tables, Map<String, ColumnRole> roles, Separation apart,
			DoubleConsumer share) {
		return new FieldSet(tables, roles, apart, share);
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
	 * Reads names; organisations in columns of persons move to the column of
	 * organisations.
	 */
	private @Nullable Names names(List<Table> tables, List<Map<ColumnRole, List<@Nullable Column>>> byTable) {
		if (byTable.stream().noneMatch((map) -> map.keySet().stream().anyMatch(ColumnRole::isName))) {
			return null;
		}
		RecordNames all = RecordNames.of(tables, byTable, (records) -> told(NAME * records));
		if (all.hasOrganisations()) {
			List<Column> organisations = this.columns.computeIfAbsent(ColumnRole.ORGANISATION,
					(key) -> new ArrayList<>());
			if (organisations.isEmpty()) {
				organisations.add(all.withOrganisations(null));
			}
			else {
				organisations.set(0, all.withOrganisations(organisations.get(0)));
			}
		}
		return all.persons();
	}

	/** Returns for each record whether it is a person (0) or an organisation (1). */
	private int[] kinds(Names persons, Column organisations) {
		int[] kinds = new int[rows()];
		for (int row = 0; row < kinds.length; row++) {
			kinds[row] = (persons.code(row) >= 0) ? 0 : (organisations.code(row) >= 0) ? 1 : FieldComparison.MISSING;
		}
		return kinds;
	}

	private void addComparisons() {
		if (this.names != null) {
			this.comparisons.add(new GivenNameComparison(this.names));
			this.comparisons.add(new FamilyNameComparison(this.names));
			this.comparisons.add(new MiddleNameComparison(this.names));
			columns(ColumnRole.ORGANISATION).stream()
				.limit(1)
				.forEach((column) -> this.comparisons.add(new KindComparison(kinds(this.names, column))));
		}
		this.columns.forEach((role, list) -> list.forEach((column) -> this.comparisons.add(comparison(role, column))));
	}

	private FieldComparison comparison(ColumnRole role, Column column) {
		return switch (role) {
			case DATE -> new DateComparison(column);
			case ORGANISATION ->
				OrganisationComparison.of(column, columns(ColumnRole.PLACE), this.names == null && isFirst(column));
			case POSTCODE, HOUSE_NUMBER, IDENTIFIER, PHONE -> new CodeComparison(role, column);
			case CATEGORY -> new CategoryComparison(role, column);
			case NUMBER -> new NumberComparison(column);
			case EMAIL -> EmailComparison.of(column, this.names);
			case FULL_NAME, GIVEN_NAME, FAMILY_NAME, PLACE, ADDRESS, COMPANY, TEXT, RECORD_KEY, IGNORED ->
				new TextComparison(role, column);
		};
	}

	/** Returns the keys under which names of organisations are compared, or null. */
	public @Nullable OrganisationKeys organisationKeys() {
		List<Column> organisations = columns(ColumnRole.ORGANISATION);
		return organisations.isEmpty() ? null : new OrganisationKeys(organisations.get(0),
				OrganisationComparison.terms(organisations.get(0), columns(ColumnRole.PLACE)));
	}

	/**
	 * Returns whether a record is named in full and has another value that tells, so that
	 * those equal to it mean the same.
	 */
	public boolean isTelling(int row) {
		int name = (this.names != null) ? this.names.code(row) : FieldComparison.MISSING;
		boolean named = columns(ColumnRole.ORGANISATION).stream().anyMatch((column) -> column.code(row) >= 0)
				|| (this.names != null && name >= 0 && this.names.isComplete(name));
		return named && this.columns.entrySet()
			.stream()
			.filter((entry) -> entry.getKey() != ColumnRole.CATEGORY && entry.getKey() != ColumnRole.ORGANISATION)
			.anyMatch((entry) -> entry.getValue().stream().anyMatch((column) -> column.code(row) >= 0));
	}

	private boolean isFirst(Column organisations) {
		return columns(ColumnRole.ORGANISATION).indexOf(organisations) == 0;
	}

	/** Returns how many groups of equal records there are; these are what is compared. */
	public int rows() {
		return this.records.size();
	}

	/** Returns the groups of equal records. */
	public EqualRecords records() {
		return this.records;
	}

	/** Returns the comparisons over all fields. */
	public List<FieldComparison> comparisons() {
		return this.comparisons;
	}

	/** Returns the names of the records, or null when no column holds any. */
	public @Nullable Names names() {
		return this.names;
	}

	/**
	 * Returns the normalised columns of a role, with a value a group of equal records.
	 */
	public List<Column> columns(ColumnRole role) {
		return this.columns.getOrDefault(role, List.of());
	}

}
