package io.kehu.migration.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposes a mapping of a schema: finds customers, products, orders and so on by the
 * names and columns of tables, and their fields by the names of columns and by foreign
 * keys.
 */
final class MappingProposer {

	private static final List<TableRole> FIRST = List.of(TableRole.LINES, TableRole.CUSTOMERS, TableRole.PRODUCTS,
			TableRole.ORDERS, TableRole.CONTACTS, TableRole.LEADS, TableRole.OPPORTUNITIES, TableRole.CASES,
			TableRole.ACTIVITIES);

	private final Schema schema;

	private final String system;

	private final Map<TableRole, Table> roles = new EnumMap<>(TableRole.class);

	private final List<MappingProposal.ProposalReason> reasons = new ArrayList<>();

	MappingProposer(Schema schema, String system) {
		this.schema = schema;
		this.system = system.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-$", "");
	}

	/**
	 * Proposes a mapping.
	 * @param json reads the mapping
	 * @return the proposal, or empty if no table looks like one of a CRM
	 */
	Optional<MappingProposal> propose(JsonMapper json) {
		choose();
		ObjectNode mapping = JsonNodeFactory.instance.objectNode();
		mapping.put("format", 1).put("system", this.system.isEmpty() ? "legacy" : this.system);
		ArrayNode entities = mapping.putArray("entities");
		for (TableRole role : TableRole.values()) {
			Table table = this.roles.get(role);
			if (table != null && role != TableRole.LINES && hasParents(role, table)) {
				this.reasons
					.add(new MappingProposal.ProposalReason("/entities/" + entities.size(), role.reason(table)));
				entities.add(new EntityProposal(this.schema, this.roles, role, table).make());
			}
		}
		if (entities.isEmpty()) {
			return Optional.empty();
		}
		CrmMapping read = json.treeToValue(mapping, CrmMapping.class);
		MappingPlan plan = MappingPlanner.plan(this.schema, read);
		List<String> open = plan.errors()
			.stream()
			.map((error) -> "%s %s".formatted(error.pointer(), error.message()))
			.toList();
		return Optional.of(new MappingProposal(read, this.reasons, plan.unmapped(), open));
	}

	private void choose() {
		Set<String> taken = new LinkedHashSet<>();
		for (TableRole role : FIRST) {
			this.schema.tables()
				.stream()
				.filter((table) -> !taken.contains(table.name()) && role.score(table) > 0)
				.filter((table) -> role != TableRole.LINES || refersToOrders(table))
				.max(Comparator.<Table>comparingInt(role::score).thenComparingLong(Table::estimatedRows))
				.ifPresent((table) -> {
					this.roles.put(role, table);
					taken.add(table.name());
				});
		}
	}

	private boolean refersToOrders(Table table) {
		return references(table).anyMatch((parent) -> TableRole.ORDERS.score(parent) > 0);
	}

	private Stream<Table> references(Table table) {
		return table.references().stream().flatMap((reference) -> this.schema.table(reference.table()).stream());
	}

	/** What belongs to customers cannot move without them. */
	private boolean hasParents(TableRole role, Table table) {
		return switch (role) {
			case PRODUCTS, CUSTOMERS, LEADS -> true;
			case CONTACTS, OPPORTUNITIES, ACTIVITIES, CASES, LINES -> refersTo(table, TableRole.CUSTOMERS);
			case ORDERS -> refersTo(table, TableRole.CUSTOMERS) && this.roles.containsKey(TableRole.LINES)
					&& refersTo(this.roles.get(TableRole.LINES), TableRole.ORDERS);
		};
	}

	private boolean refersTo(Table table, TableRole role) {
		Table parent = this.roles.get(role);
		return parent != null && EntityProposal.columnsTo(table, parent).isPresent();
	}

}
