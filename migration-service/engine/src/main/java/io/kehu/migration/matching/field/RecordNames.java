package io.kehu.migration.matching.field;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.MissingWords;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of all records of several tables: those of persons, and those in
 * columns of persons that are certainly names of organisations.
 */
final class RecordNames {

	private static final Set<String> NAMES_TOO = Set.of("Null", "Nil", "None", "Na", "Nan", "NULL", "NIL", "NONE", "NA",
			"NAN");

	/** The number of records between two reports of progress. */
	private static final int OFTEN = 4_096;

	private final Names persons;

	private final @Nullable String[] organisations;

	private final @Nullable String[] forms;

	private boolean hasOrganisations;

	private RecordNames(int rows) {
		this.persons = new Names(rows);
		this.organisations = new @Nullable String[rows];
		this.forms = new @Nullable String[rows];
	}

	/**
	 * Reads names.
	 * @param tables the tables
	 * @param byTable for each table the columns by role
	 * @param progress receives the number of records read now and then
	 */
	static RecordNames of(List<Table> tables, List<Map<ColumnRole, List<@Nullable Column>>> byTable,
			IntConsumer progress) {
		RecordNames names = new RecordNames(tables.stream().mapToInt(Table::rows).sum());
		int offset = 0;
		for (int t = 0; t < tables.size(); t++) {
			Column whole = fullest(byTable.get(t).getOrDefault(ColumnRole.FULL_NAME, List.of()));
			Column given = first(byTable.get(t).getOrDefault(ColumnRole.GIVEN_NAME, List.of()));
			Column family = first(byTable.get(t).getOrDefault(ColumnRole.FAMILY_NAME, List.of()));
			TitleColumns titles = new TitleColumns(byTable.get(t));
			boolean[] wholeIs = organisations(whole);
			boolean[] familyIs = organisations(family);
			for (int row = 0; row < tables.get(t).rows(); row++) {
				if (row % OFTEN == OFTEN - 1) {
					progress.accept(OFTEN);
				}
				if (is(wholeIs, whole, row)) {
					names.putOrganisation(offset + row, value(whole, row));
				}
				else if (value(whole, row) == null && value(given, row) == null && is(familyIs, family, row)) {
					names.putOrganisation(offset + row, value(family, row));
				}
				else {
					String text = value(whole, row);
					PersonName name = (text != null) ? PersonName.ofWhole(text)
							: PersonName.ofParts(value(given, row), value(family, row));
					names.persons.put(offset + row, (name != null) ? name.with(titles.marks(row)) : null);
				}
			}
			offset += tables.get(t).rows();
		}
		return names;
	}

	private static boolean[] organisations(@Nullable Column column) {
		boolean[] organisations = new boolean[(column != null) ? column.distinct() : 0];
		for (int code = 0; code < organisations.length && column != null; code++) {
			organisations[code] = OrganisationName.isOrganisation(column.text(code));
		}
		return organisations;
	}

	private static boolean is(boolean[] organisations, @Nullable Column column, int row) {
		return column != null && column.code(row) >= 0 && organisations[column.code(row)];
	}

	private void putOrganisation(int row, @Nullable String text) {
		this.organisations[row] = (text != null) ? OrganisationName.normal(text) : null;
		this.forms[row] = OrganisationForm.of(text);
		this.hasOrganisations = true;
	}

	/** Returns a name; words for nothing are none, but for those that are names, too. */
	private static @Nullable String value(@Nullable Column column, int row) {
		String text = (column != null) ? column.value(row) : null;
		return (text == null || (MissingWords.contains(text) && !NAMES_TOO.contains(text.strip()))) ? null : text;
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

	/** Returns the names of persons. */
	Names persons() {
		return this.persons;
	}

	/** Returns whether an organisation stands in a column of persons. */
	boolean hasOrganisations() {
		return this.hasOrganisations;
	}

	/** Returns the legal forms of the organisations in columns of persons. */
	Column forms() {
		ColumnBuilder builder = new ColumnBuilder("legal form");
		for (String form : this.forms) {
			builder.add(form);
		}
		return builder.build();
	}

	/**
	 * Returns a column of organisations with those of the columns of persons added.
	 * @param column the column, or null when there is none
	 */
	Column withOrganisations(@Nullable Column column) {
		ColumnBuilder builder = new ColumnBuilder((column != null) ? column.name() : "organisation");
		for (int row = 0; row < this.organisations.length; row++) {
			String own = value(column, row);
			builder.add((own != null) ? own : this.organisations[row]);
		}
		return builder.build();
	}

}
