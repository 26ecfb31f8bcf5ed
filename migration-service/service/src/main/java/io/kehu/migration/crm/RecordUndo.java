package io.kehu.migration.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.crm.CrmRecords.StoredRecord;
import io.kehu.migration.crm.LiveRecords.Changed;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.mapping.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Undoes the loading of records: deletes new ones and restores those that existed. What
 * was changed since is kept. Repeating it has no effect.
 */
@Component
class RecordUndo {

	private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

	private static final int SHORT = 8;

	private final LiveRecords live;

	private final CrmRecords records;

	RecordUndo(LiveRecords live, CrmRecords records) {
		this.live = live;
		this.records = records;
	}

	/**
	 * Undoes some rows.
	 * @param run the run that loaded them
	 * @param entity their entity
	 * @param rows the rows
	 * @return for each key why its record is kept, null if it is not
	 */
	Map<String, @Nullable String> undo(UUID run, EntityMapping entity, List<StoredRecord> rows) {
		Resource resource = entity.resource();
		Map<UUID, JsonNode> present = present(resource, rows);
		Map<String, @Nullable String> kept = new LinkedHashMap<>();
		List<StoredRecord> unchanged = new ArrayList<>();
		for (StoredRecord row : rows) {
			JsonNode record = present.get(row.id());
			if (record == null) {
				kept.put(row.key(), (row.outcome() == Outcome.CREATED) ? null : "the record no longer exists");
			}
			else if (record.path("version").asLong() != row.version()) {
				kept.put(row.key(), "the record was changed since");
			}
			else {
				unchanged.add(row);
			}
		}
		if (resource == Resource.ORDERS) {
			present = reopened(run, entity, unchanged, present);
		}
		for (StoredRecord row : unchanged) {
			JsonNode record = Objects.requireNonNull(present.get(row.id()));
			kept.put(row.key(), (row.outcome() == Outcome.CREATED) ? delete(run, entity, row, record)
					: restore(resource, row, record));
		}
		return kept;
	}

	private Map<UUID, JsonNode> present(Resource resource, List<StoredRecord> rows) {
		return this.live.findAll(resource,
				rows.stream().map(StoredRecord::id).filter(Objects::nonNull).distinct().toList());
	}

	/** Only drafts of orders can be changed and deleted. */
	private Map<UUID, JsonNode> reopened(UUID run, EntityMapping entity, List<StoredRecord> rows,
			Map<UUID, JsonNode> present) {
		List<ObjectNode> lines = rows.stream()
			.filter((row) -> row.outcome() == Outcome.CREATED)
			.map((row) -> Objects.requireNonNull(present.get(row.id())))
			.map((order) -> JSON.objectNode()
				.put("clientOrderNumber", order.path("clientOrderNumber").asString(""))
				.put("status", "draft"))
			.toList();
		if (lines.isEmpty()) {
			return present;
		}
		this.live.load(Resource.ORDERS, lines);
		Map<UUID, JsonNode> reopened = present(Resource.ORDERS, rows);
		rows.forEach((row) -> note(run, entity, row, reopened.get(row.id())));
		return reopened;
	}

	/** Its keys are released before, so that the run can be repeated. */
	private @Nullable String delete(UUID run, EntityMapping entity, StoredRecord row, JsonNode record) {
		Resource resource = entity.resource();
		UUID id = UUID.fromString(record.path("id").asString(""));
		ObjectNode release = JSON.objectNode();
		if (resource == Resource.ORDERS) {
			release.putNull("clientOrderNumber");
		}
		else {
			release.putArray("externalIds");
		}
		if (resource == Resource.PRODUCTS) {
			release.put("sku", record.path("sku").asString("") + "~" + run.toString().substring(0, SHORT));
		}
		Changed released = this.live.patch(resource, id, record.path("version").asLong(), release);
		JsonNode present = released.record();
		note(run, entity, row, present);
		return (present == null) ? released.refusal()
				: this.live.delete(resource, id, present.path("version").asLong()).refusal();
	}

	/** Otherwise an undo that is interrupted would take its own changes for others. */
	private void note(UUID run, EntityMapping entity, StoredRecord row, @Nullable JsonNode record) {
		if (record != null) {
			this.records.version(run, entity.name(), row.key(), record.path("version").asLong());
		}
	}

	private @Nullable String restore(Resource resource, StoredRecord row, JsonNode record) {
		JsonNode before = row.before();
		if (before == null) {
			return "the former state of the record is not stored any more";
		}
		Set<String> sealed = CrmRecords.SEALED;
		ObjectNode patch = JSON.objectNode();
		for (String member : resource.members()) {
			JsonNode former = before.path(member);
			boolean differs = !former.equals(record.path(member)) && !(isEmpty(former) && isEmpty(record.path(member)));
			if (differs && !sealed.contains(member)) {
				patch.set(member, former.isMissingNode() ? JSON.nullNode() : former);
			}
		}
		if (patch.isEmpty()) {
			return null;
		}
		UUID id = UUID.fromString(record.path("id").asString(""));
		if (resource == Resource.ORDERS) {
			patch.put("clientOrderNumber", record.path("clientOrderNumber").asString(""));
			JsonNode answer = this.live.load(resource, List.of(patch)).get(0);
			return answer.path("errors").isEmpty() ? null : LiveRecords.errors(answer.path("errors"));
		}
		return this.live.patch(resource, id, record.path("version").asLong(), patch).refusal();
	}

	private static boolean isEmpty(JsonNode value) {
		return value.isMissingNode() || value.isNull();
	}

}
