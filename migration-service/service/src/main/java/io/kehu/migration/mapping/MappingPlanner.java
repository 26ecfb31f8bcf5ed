package io.kehu.migration.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.JoinedQuery;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;
import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Compares a mapping with the schema of its source, and prepares what reads and maps the
 * rows.
 */
public final class MappingPlanner {

	private final Schema schema;

	private final CrmMapping mapping;

	private final List<FieldError> errors = new ArrayList<>();

	private final Map<String, Set<String>> used = new HashMap<>();

	private MappingPlanner(Schema schema, CrmMapping mapping) {
		this.schema = schema;
		this.mapping = mapping;
	}

	/**
	 * Prepares a mapping.
	 * @param schema the schema of its source
	 * @param mapping the mapping
	 * @return the plan, with everything that is wrong with the mapping
	 */
	public static MappingPlan plan(Schema schema, CrmMapping mapping) {
		return new MappingPlanner(schema, mapping).plan();
	}

	private MappingPlan plan() {
		checkNames();
		Map<String, EntityPlan> plans = new LinkedHashMap<>();
		for (int index = 0; index < this.mapping.entities().size(); index++) {
			EntityMapping entity = this.mapping.entities().get(index);
			plan(entity, "/entities/" + index).ifPresent((plan) -> plans.put(entity.name(), plan));
		}
		List<EntityPlan> ordered = this.mapping.inOrder()
			.stream()
			.flatMap((entity) -> Optional.ofNullable(plans.get(entity.name())).stream())
			.toList();
		List<String> unmapped = unmapped();
		return new MappingPlan(ordered, List.copyOf(this.errors), unmapped);
	}

	private void checkNames() {
		Set<String> names = new HashSet<>();
		Set<String> systems = new HashSet<>();
		for (int index = 0; index < this.mapping.entities().size(); index++) {
			EntityMapping entity = this.mapping.entities().get(index);
			if (!names.add(entity.name())) {
				error("/entities/" + index + "/name", "conflict", "is the name of another entity");
			}
			if (!systems.add(entity.resource() + " " + this.mapping.systemOf(entity))) {
				error("/entities/" + index + "/system", "conflict",
						"must differ from that of the other entity that becomes " + entity.resource()
								+ ", whose keys could be the same");
			}
		}
	}

	private Optional<EntityPlan> plan(EntityMapping entity, String pointer) {
		Table table = this.schema.table(entity.table()).orElse(null);
		if (table == null) {
			error(pointer + "/table", "not_found", "there is no table " + entity.table());
			return Optional.empty();
		}
		if (table.key().isEmpty()) {
			error(pointer + "/table", "no_key",
					"the table %s has no key, by which its rows could be told apart".formatted(table.name()));
			return Optional.empty();
		}
		int before = this.errors.size();
		ColumnScope scope = scope(table, entity.joins(), pointer);
		FieldPlanner fields = new FieldPlanner(this.schema, this.mapping, this.errors);
		List<MappedField> mapped = fields.plan(entity.fields(), entity.resource(), false, scope, pointer + "/fields");
		String condition = condition(entity.only(), table, scope, pointer);
		note(table, scope, entity.ignored(), pointer);
		EntityPlan.LinePlan lines = lines(entity, table, fields, pointer);
		if (this.errors.size() > before) {
			return Optional.empty();
		}
		JoinedQuery query = new JoinedQuery(this.schema.kind(), table, table.key(), scope.joins(), scope.selected());
		return Optional.of(new EntityPlan(entity, this.mapping.systemOf(entity), query, condition,
				new RowMapper(mapped, entity.resource().required()), lines, customFields(entity)));
	}

	private ColumnScope scope(Table table, List<JoinedTable> joins, String pointer) {
		ColumnScope scope = new ColumnScope(this.schema, table);
		scope.join(joins, pointer + "/joins", this.errors);
		return scope;
	}

	private static Map<String, NewCustomField> customFields(EntityMapping entity) {
		Map<String, NewCustomField> fields = new LinkedHashMap<>();
		for (FieldMapping field : entity.fields()) {
			NewCustomField wanted = field.customField();
			if (wanted != null) {
				fields.put(field.to().substring(field.to().lastIndexOf('/') + 1), wanted);
			}
		}
		return fields;
	}

	private @Nullable String condition(@Nullable RowChoice only, Table table, ColumnScope scope, String pointer) {
		if (only == null) {
			return null;
		}
		Column column = table.column(only.column()).orElse(null);
		if (column == null) {
			error(pointer + "/only/column", "not_found", "there is no column " + only.column());
			return null;
		}
		scope.ignore(column.name());
		return this.schema.kind().quote(column.name()) + " in ("
				+ only.in()
					.stream()
					.map((text) -> "'" + text.replace("'", "''") + "'")
					.collect(Collectors.joining(", "))
				+ ")";
	}

	private EntityPlan.@Nullable LinePlan lines(EntityMapping entity, Table table, FieldPlanner fields,
			String pointer) {
		LineMapping lines = entity.lines();
		boolean order = entity.resource() == Resource.ORDERS;
		if (lines == null || !order) {
			if (order || lines != null) {
				error(pointer + "/lines", order ? "required" : "not_allowed",
						order ? "is required for orders" : "is for orders only");
			}
			return null;
		}
		Table child = this.schema.table(lines.table()).orElse(null);
		if (child == null || child.column(lines.parent()).isEmpty()) {
			error(pointer + ((child == null) ? "/lines/table" : "/lines/parent"), "not_found",
					(child == null) ? "there is no table " + lines.table() : "there is no column " + lines.parent());
			return null;
		}
		if (table.key().size() != 1) {
			error(pointer + "/lines/parent", "several_columns", "the key of the orders must be one column");
			return null;
		}
		ColumnScope scope = scope(child, lines.joins(), pointer + "/lines");
		scope.ignore(lines.parent());
		List<MappedField> mapped = fields.plan(lines.fields(), entity.resource(), true, scope,
				pointer + "/lines/fields");
		note(child, scope, lines.ignored(), pointer + "/lines");
		JoinedQuery query = new JoinedQuery(this.schema.kind(), child, List.of(lines.parent()), scope.joins(),
				scope.selected());
		return new EntityPlan.LinePlan(query, new RowMapper(mapped, List.of("/quantity")));
	}

	private void note(Table table, ColumnScope scope, List<String> ignored, String pointer) {
		for (int index = 0; index < ignored.size(); index++) {
			if (!scope.ignore(ignored.get(index))) {
				error(pointer + "/ignored/" + index, "not_found", "there is no column " + ignored.get(index));
			}
		}
		this.used.computeIfAbsent(table.name(), (name) -> new HashSet<>());
		for (String column : scope.used()) {
			String name = column.substring(0, column.lastIndexOf('.'));
			this.schema.table(name)
				.ifPresent((found) -> this.used.computeIfAbsent(found.name(), (key) -> new HashSet<>()).add(column));
		}
	}

	private List<String> unmapped() {
		Set<String> unmapped = new LinkedHashSet<>();
		for (Table table : this.schema.tables()) {
			if (this.mapping.ignoredTables().stream().noneMatch(table.name()::equalsIgnoreCase)) {
				unmapped.addAll(unmapped(table));
			}
		}
		for (int index = 0; index < this.mapping.ignoredTables().size(); index++) {
			if (this.schema.table(this.mapping.ignoredTables().get(index)).isEmpty()) {
				error("/ignoredTables/" + index, "not_found",
						"there is no table " + this.mapping.ignoredTables().get(index));
			}
		}
		return List.copyOf(unmapped);
	}

	private List<String> unmapped(Table table) {
		Set<String> columns = this.used.get(table.name());
		if (columns == null) {
			return List.of(table.name());
		}
		return table.columns()
			.stream()
			.map((column) -> table.name() + "." + column.name())
			.filter((name) -> !columns.contains(name.toLowerCase(Locale.ROOT)))
			.toList();
	}

	private void error(String pointer, String code, String message) {
		this.errors.add(FieldError.at(pointer, code, message));
	}

}
