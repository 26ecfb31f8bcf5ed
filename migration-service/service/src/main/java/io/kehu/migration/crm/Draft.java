package io.kehu.migration.crm;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.crm.RecordsApi.ExternalId;
import io.kehu.migration.mapping.RowProblem;
import io.kehu.migration.mapping.RowReference;
import io.kehu.migration.move.database.JoinedRow;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record that a row is about to become.
 *
 * @param row the row
 * @param key the key of the row as part of external ids
 * @param document the record
 * @param references the references that the record is to have
 * @param problems why the row is rejected
 * @param omitted invalid values that the record does without
 * @param lines the number of rows that are lines of it
 * @param unverifiable the pointers of references to records that a dry run has not
 * created
 */
record Draft(JoinedRow row, String key, ObjectNode document, List<RowReference> references, List<RowProblem> problems,
		List<RowProblem> omitted, int lines, List<String> unverifiable) {

	boolean isSound() {
		return this.problems.isEmpty();
	}

	/** Returns the keys by which its service finds the record. */
	List<ExternalId> keys() {
		List<ExternalId> keys = new ArrayList<>();
		this.document.path("externalIds")
			.forEach((id) -> keys.add(new ExternalId(id.path("system").asString(""), id.path("id").asString(""))));
		add(keys, "sku", "sku");
		add(keys, "clientOrderNumber", "client-order-number");
		return keys;
	}

	private void add(List<ExternalId> keys, String member, String system) {
		String value = this.document.path(member).asString("");
		if (!value.isEmpty()) {
			keys.add(new ExternalId(system, value));
		}
	}

}
