package io.kehu.migration.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.kehu.migration.move.database.Charsets;
import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.JoinedQuery.Joined;
import io.kehu.migration.move.database.JoinedQuery.Selected;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;
import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an entity can name: those of its table and of the joined ones.
 */
final class ColumnScope {

	private final Schema schema;

	private final Table main;

	private final Map<String, Table> tables = new LinkedHashMap<>();

	private final List<Joined> joins = new ArrayList<>();

	private final List<Selected> selected = new ArrayList<>();

	private final Set<String> used = new LinkedHashSet<>();

	ColumnScope(Schema schema, Table main) {
		this.schema = schema;
		this.main = main;
		this.tables.put(main.name(), main);
		main.key().forEach((column) -> use(main, column));
	}

	/** Joins tables, and adds what is wrong with that. */
	void join(List<JoinedTable> wanted, String pointer, List<FieldError> errors) {
		for (int index = 0; index < wanted.size(); index++) {
			join(wanted.get(index), pointer + "/" + index, errors);
		}
	}

	private void join(JoinedTable wanted, String pointer, List<FieldError> errors) {
		Optional<Table> found = this.schema.table(wanted.table());
		if (found.isEmpty()) {
			errors.add(FieldError.at(pointer + "/table", "not_found", "there is no table " + wanted.table()));
			return;
		}
		Table table = found.get();
		if (this.tables.containsKey(wanted.usedAlias())) {
			errors.add(FieldError.at(pointer + "/alias", "conflict", "is the name of another table of the entity"));
			return;
		}
		Map<String, Selected> on = new LinkedHashMap<>();
		wanted.on().forEach((column, other) -> {
			if (table.column(column).isEmpty()) {
				errors.add(FieldError.at(pointer + "/on", "not_found", "there is no column " + column));
			}
			find(other, null).ifPresentOrElse((value) -> on.put(column, value), () -> errors
				.add(FieldError.at(pointer + "/on/" + column, "not_found", "there is no column " + other)));
			use(table, column);
		});
		boolean one = !table.key().isEmpty()
				&& table.key().stream().allMatch((key) -> on.keySet().stream().anyMatch(key::equalsIgnoreCase));
		if (!one) {
			errors.add(FieldError.at(pointer + "/on", "several_rows",
					"must name the key of the table, %s, since several rows could be found otherwise"
						.formatted(table.key())));
		}
		this.tables.put(wanted.usedAlias(), table);
		this.joins.add(new Joined(wanted.usedAlias(), table, on));
	}

	/** Finds a column and counts it as used. */
	Optional<Selected> find(String reference, @Nullable String encoding) {
		int dot = reference.lastIndexOf('.');
		String alias = (dot > 0) ? reference.substring(0, dot) : this.main.name();
		Table table = this.tables.get(alias);
		if (table == null) {
			return Optional.empty();
		}
		Optional<Column> column = table.column(reference.substring(dot + 1));
		column.ifPresent((found) -> use(table, found.name()));
		return column.map((found) -> selected(alias, found, encoding));
	}

	private static Selected selected(String alias, Column column, @Nullable String encoding) {
		return (encoding != null) ? new Selected(alias, column, Charset.forName(encoding)) : Selected.of(alias, column);
	}

	/** Returns the place of a value among those that are read. */
	int place(Selected value) {
		int place = this.selected.indexOf(value);
		if (place < 0) {
			this.selected.add(value);
			place = this.selected.size() - 1;
		}
		return place;
	}

	static boolean isEncoding(String name) {
		return Charsets.supported(name);
	}

	/** Counts a column of the main or a joined table as dealt with. */
	boolean ignore(String reference) {
		return find(reference, null).isPresent();
	}

	private void use(Table table, String column) {
		this.used.add((table.name() + "." + column).toLowerCase(java.util.Locale.ROOT));
	}

	List<Joined> joins() {
		return this.joins;
	}

	List<Selected> selected() {
		return this.selected;
	}

	/** Returns the columns that are dealt with, as {@code table.column} in lower case. */
	Set<String> used() {
		return this.used;
	}

}
