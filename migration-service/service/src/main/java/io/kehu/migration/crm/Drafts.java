package io.kehu.migration.crm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.mapping.EntityPlan;
import io.kehu.migration.mapping.MappedRow;
import io.kehu.migration.mapping.Resource;
import io.kehu.migration.mapping.RowMapper;
import io.kehu.migration.mapping.RowProblem;
import io.kehu.migration.mapping.RowReference;
import io.kehu.migration.move.database.JoinedRow;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the records of rows, with the lines of orders and external ids.
 *
 * @param plan how rows are read and mapped
 * @param source the connection to their database
 */
record Drafts(EntityPlan plan, Connection source) {

	private static final int LONGEST_KEY = 200;

	/** Makes the records of some rows. */
	List<Draft> of(List<JoinedRow> rows) throws SQLException {
		EntityPlan.LinePlan lines = this.plan.lines();
		Map<List<String>, List<JoinedRow>> byOrder = new HashMap<>();
		if (lines != null) {
			for (JoinedRow line : lines.query().of(this.source, rows.stream().map(JoinedRow::key).toList())) {
				byOrder.computeIfAbsent(line.shownKey(), (key) -> new ArrayList<>()).add(line);
			}
		}
		return rows.stream().map((row) -> draft(row, byOrder.getOrDefault(row.shownKey(), List.of()))).toList();
	}

	private Draft draft(JoinedRow row, List<JoinedRow> lines) {
		MappedRow mapped = this.plan.mapper().map(row.values());
		String key = RowMapper.key(row.shownKey());
		List<RowReference> references = new ArrayList<>(mapped.references());
		List<RowProblem> problems = new ArrayList<>(mapped.problems());
		List<RowProblem> omitted = new ArrayList<>(mapped.omitted());
		ObjectNode document = mapped.document();
		EntityPlan.LinePlan linePlan = this.plan.lines();
		if (linePlan != null) {
			ArrayNode array = document.putArray("lines");
			for (JoinedRow line : lines) {
				MappedRow made = linePlan.mapper().map(line.values());
				String place = "/lines/" + array.size();
				made.references()
					.forEach((one) -> references
						.add(new RowReference(place + one.pointer(), one.entity(), one.key(), one.column())));
				made.problems().forEach((one) -> problems.add(below(place, one)));
				made.omitted().forEach((one) -> omitted.add(below(place, one)));
				array.add(made.document());
			}
			if (lines.isEmpty()) {
				problems.add(new RowProblem("/lines", null, "no_lines", "the order has no lines"));
			}
		}
		identify(document, key, problems);
		return new Draft(row, key, document, references, problems, omitted, lines.size(), new ArrayList<>());
	}

	private static RowProblem below(String place, RowProblem problem) {
		return new RowProblem(place + " " + problem.column(), problem.value(), problem.code(), problem.reason());
	}

	private void identify(ObjectNode document, String key, List<RowProblem> problems) {
		if (key.length() > LONGEST_KEY) {
			problems.add(new RowProblem(String.join(", ", this.plan.query().key()), key, "too_long",
					"external ids have at most %d characters".formatted(LONGEST_KEY)));
		}
		if (this.plan.entity().resource() != Resource.ORDERS) {
			document.putArray("externalIds").addObject().put("system", this.plan.system()).put("id", key);
		}
		else if (!document.has("clientOrderNumber")) {
			document.put("clientOrderNumber", this.plan.system() + "-" + key);
		}
	}

}
