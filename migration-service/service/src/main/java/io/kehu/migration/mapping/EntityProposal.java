package io.kehu.migration.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposes how one table becomes records.
 */
final class EntityProposal {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final int DEEPEST = 3;

	private final Schema schema;

	private final Map<TableRole, Table> roles;

	private final TableRole role;

	private final Table table;

	private final Map<String, ObjectNode> fields = new LinkedHashMap<>();

	private final List<ObjectNode> joins = new ArrayList<>();

	private final Set<String> joined = new HashSet<>();

	EntityProposal(Schema schema, Map<TableRole, Table> roles, TableRole role, Table table) {
		this.schema = schema;
		this.roles = roles;
		this.role = role;
		this.table = table;
		roles.values().forEach((one) -> this.joined.add(one.name()));
	}

	/** Returns the columns of a table that refer to the key of another one. */
	static Optional<List<String>> columnsTo(Table from, Table to) {
		Optional<List<String>> declared = from.references()
			.stream()
			.filter((reference) -> reference.table().equalsIgnoreCase(to.name()) && reference.keys().equals(to.key()))
			.map(Table.Reference::columns)
			.findFirst();
		boolean sameName = to.key().size() == 1 && from.column(to.key().get(0)).isPresent()
				&& !to.key().get(0).equalsIgnoreCase("id") && !from.name().equals(to.name());
		return declared.isPresent() ? declared : (sameName ? Optional.of(to.key()) : Optional.empty());
	}

	ObjectNode make() {
		ObjectNode entity = JSON.objectNode();
		entity.put("name", this.role.toString().toLowerCase(Locale.ROOT));
		entity.put("resource", this.role.resource().toString());
		entity.put("table", this.table.name());
		fill();
		complete();
		put(entity, "joins", this.joins);
		put(entity, "fields", List.copyOf(this.fields.values()));
		Table lines = this.roles.get(TableRole.LINES);
		if (this.role == TableRole.ORDERS && lines != null) {
			EntityProposal proposal = new EntityProposal(this.schema, this.roles, TableRole.LINES, lines);
			entity.set("lines", proposal.lines(this.table));
		}
		return entity;
	}

	private ObjectNode lines(Table orders) {
		ObjectNode node = JSON.objectNode();
		node.put("table", this.table.name());
		node.put("parent", columnsTo(this.table, orders).orElseThrow().get(0));
		fill();
		refer("/productId", TableRole.PRODUCTS);
		this.fields.putIfAbsent("/quantity", constant("/quantity", JSON.numberNode(1)));
		currency("/unitPrice");
		put(node, "joins", this.joins);
		put(node, "fields", List.copyOf(this.fields.values()));
		return node;
	}

	private static void put(ObjectNode node, String name, List<ObjectNode> values) {
		ArrayNode array = node.putArray(name);
		values.forEach(array::add);
	}

	private void fill() {
		fill(this.table, "", 0);
	}

	private void fill(Table from, String prefix, int depth) {
		for (Column column : from.columns()) {
			ColumnTargets.of(this.role, from.name(), column.name())
				.filter((target) -> depth == 0 || target.startsWith("/addresses") || target.startsWith("/phones"))
				.ifPresent((target) -> this.fields.putIfAbsent(target, field(target, prefix + column.name(), column)));
		}
		for (Table.Reference reference : (depth < DEEPEST) ? from.references() : List.<Table.Reference>of()) {
			Table parent = this.schema.table(reference.table()).orElse(null);
			if (parent != null && reference.keys().equals(parent.key()) && isAddress(parent)
					&& this.joined.add(parent.name())) {
				this.joins.add(join(parent, reference, from, prefix));
				fill(parent, parent.name() + ".", depth + 1);
			}
		}
	}

	private static boolean isAddress(Table table) {
		List<String> words = NameWords.of(table.name());
		return Set.of("address", "city", "country", "region", "state").stream().anyMatch(words::contains);
	}

	private static ObjectNode join(Table parent, Table.Reference reference, Table from, String prefix) {
		ObjectNode join = JSON.objectNode().put("table", parent.name());
		ObjectNode on = join.putObject("on");
		for (int index = 0; index < reference.keys().size(); index++) {
			on.put(reference.keys().get(index),
					prefix + from.column(reference.columns().get(index)).orElseThrow().name());
		}
		return join;
	}

	private ObjectNode field(String target, String column, Column declared) {
		ObjectNode field = JSON.objectNode().put("to", target);
		field.putArray("from").add(column);
		if (target.endsWith("/number")) {
			field.put("clean", "phone").put("invalid", "omit");
		}
		else if (target.endsWith("/address")) {
			field.put("clean", "email").put("invalid", "omit");
		}
		else if (target.endsWith("/country") || target.equals("/country")) {
			field.put("clean", "country");
		}
		else if (target.equals("/orderDate") && !declared.type().equals("date")) {
			field.put("type", "day");
		}
		return field;
	}

	private static ObjectNode constant(String target, JsonNode value) {
		ObjectNode field = JSON.objectNode().put("to", target);
		field.set("constant", value);
		return field;
	}

	private void complete() {
		switch (this.role) {
			case PRODUCTS -> {
				currency("/price");
				ObjectNode sku = JSON.objectNode().put("to", "/sku");
				this.table.key().forEach(sku.putArray("from")::add);
				this.fields.putIfAbsent("/sku", sku.put("separator", "-"));
			}
			case CUSTOMERS -> completeCustomer();
			case CONTACTS, OPPORTUNITIES, ORDERS, ACTIVITIES, CASES, LINES -> {
				refer("/customerId", TableRole.CUSTOMERS);
				if (this.role == TableRole.OPPORTUNITIES) {
					currency("/amount");
				}
				if (this.role == TableRole.ORDERS) {
					this.fields.putIfAbsent("/status", constant("/status", JSON.stringNode("completed")));
				}
				if (this.role == TableRole.ACTIVITIES) {
					this.fields.putIfAbsent("/kind", constant("/kind", JSON.stringNode("note")));
				}
			}
			case LEADS -> {
			}
		}
	}

	private void completeCustomer() {
		boolean person = this.fields.containsKey("/familyName") && !this.fields.containsKey("/name");
		this.fields.putIfAbsent("/kind", constant("/kind", JSON.stringNode(person ? "person" : "company")));
		this.fields.putIfAbsent("/status", constant("/status", JSON.stringNode("active")));
		if (!person) {
			this.fields.remove("/givenName");
			this.fields.remove("/familyName");
		}
		this.fields.remove("/jobTitle");
		this.fields.remove("/role");
		ObjectNode phone = this.fields.get("/phones/0/number");
		ObjectNode country = this.fields.get("/addresses/0/country");
		if (phone != null && country != null) {
			phone.set("regionFrom", country.path("from").path(0));
		}
		if (country == null) {
			this.joins.clear();
			this.fields.keySet().removeIf((target) -> target.startsWith("/addresses/"));
		}
	}

	/** Amounts need a currency, which few legacy systems name. */
	private void currency(String target) {
		if (this.fields.containsKey(target + "/amount")) {
			this.fields.putIfAbsent(target + "/currency", constant(target + "/currency", JSON.stringNode("USD")));
		}
	}

	private void refer(String target, TableRole to) {
		Table parent = this.roles.get(to);
		if (parent == null) {
			return;
		}
		columnsTo(this.table, parent).ifPresent((columns) -> {
			ObjectNode field = JSON.objectNode().put("to", target);
			ArrayNode names = field.putArray("from");
			columns.forEach(names::add);
			this.fields.putIfAbsent(target, field.put("reference", to.toString().toLowerCase(Locale.ROOT)));
		});
	}

}
