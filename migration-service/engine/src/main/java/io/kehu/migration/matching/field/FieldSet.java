package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The fields of all records of one or several tables laid one behind the other:
 * normalised columns by role, names, and the comparisons over them.
 */
public final class FieldSet {

	/** Taking a name apart is as much work as so many other cells. */
	private static final int NAME = 16;

	/** A person and an organisation are never the same. */
	private static final double KIND = -60;

	private static final List<String> KINDS = List.of("person", "organisation");

	/** Two legal forms of one name are a case for review. */
	private static final double FORM = -4;

	private final int rows;

	private final EqualRecords records;

	private final DoubleConsumer share;

	private final long cells;

	private long done;

	private final Map<ColumnRole, List<Column>> columns = new EnumMap<>(ColumnRole.class);

	/** Values that have no normal form, by which equal records are told apart. */
	private final List<Column> unread = new ArrayList<>();

	private final List<Marks> marks = new ArrayList<>();

	private final ValueCounts counts = new ValueCounts();

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
		addForms(tables, byTable);
		Names all = names(tables, byTable);
		if (all != null) {
			this.marks.addAll(all.marks());
		}
		this.marks.removeIf((some) -> !some.exist());
		this.records = group(codes(all), apart);
		this.columns.values().forEach((list) -> list.replaceAll((column) -> column.select(this.records.firsts())));
		this.names = (all != null) ? all.at(this.records.firsts()) : null;
		addComparisons();
	}

	/** Takes equal records as one, unless their marks contradict each other. */
	private EqualRecords group(List<int[]> codes, Separation apart) {
		EqualRecords equal = EqualRecords.of(this.rows, codes, apart::number);
		boolean again = apart.split(equal);
		for (Marks some : this.marks) {
			int[] different = some.apart(equal);
			if (different != null) {
				codes.add(different);
				again = true;
			}
		}
		return again ? EqualRecords.of(this.rows, codes, apart::number) : equal;
	}

	private void addForms(List<Table> tables, List<Map<ColumnRole, List<@Nullable Column>>> byTable) {
		if (!columns(ColumnRole.ORGANISATION).isEmpty()) {
			addForms(merge(tables, byTable, ColumnRole.ORGANISATION, 0, OrganisationForm::of).merged());
		}
	}

	private void addForms(Column forms) {
		this.marks.add(new Marks("legal form", ValueComparison.codes(forms),
				IntStream.range(0, forms.distinct()).mapToObj(forms::text).toList(), OrganisationForm::mayBeSame,
				FORM));
	}

	private List<int[]> codes(@Nullable Names all) {
		List<int[]> codes = new ArrayList<>();
		if (all != null) {
			codes.add(all.codes());
		}
		this.columns.values().forEach((list) -> list.forEach((column) -> codes.add(ValueComparison.codes(column))));
		this.unread.forEach((column) -> codes.add(ValueComparison.codes(column)));
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
		ColumnMerge merge = merge(tables, byTable, role, index, ColumnMerge.normalForm(role));
		Column raw = merge.unread();
		if (raw != null) {
			this.unread.add(raw);
		}
		return merge.merged();
	}

	private ColumnMerge merge(List<Table> tables, List<Map<ColumnRole, List<@Nullable Column>>> byTable,
			ColumnRole role, int index, UnaryOperator<@Nullable String> normal) {
		ColumnMerge merge = new ColumnMerge(firstName(byTable, role, index), normal, role, this::told);
		for (int t = 0; t < byTable.size(); t++) {
			merge.add(at(byTable.get(t), role, index), tables.get(t).rows());
		}
		return merge;
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
			addForms(all.forms());
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
				.forEach((column) -> this.comparisons
					.add(new Marks("kind", kinds(this.names, column), KINDS, String::equals, KIND).comparison()));
		}
		this.marks.forEach((some) -> this.comparisons.add(some.comparison(this.records)));
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
	 * those equal to it mean the same. Several persons of one name live in one place; two
	 * organisations do not.
	 */
	public boolean isTelling(int row) {
		if (has(ColumnRole.ORGANISATION, row)) {
			return this.columns.keySet()
				.stream()
				.anyMatch((role) -> role != ColumnRole.CATEGORY && role != ColumnRole.ORGANISATION && has(role, row));
		}
		return this.names != null && this.names.isTelling(row,
				(role) -> columns(role).stream().anyMatch((column) -> this.counts.isRare(column, row)));
	}

	/** Returns how many names of a person a record has: given and family name. */
	public int namesOfPerson(int row) {
		return (this.names != null) ? this.names.parts(row) : 0;
	}

	private boolean has(ColumnRole role, int row) {
		return columns(role).stream().anyMatch((column) -> column.code(row) >= 0);
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
