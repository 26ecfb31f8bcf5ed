package io.kehu.migration.crm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.migration.crm.CrmRecords.Unrecorded;
import io.kehu.migration.crm.RecordsApi.ExternalId;
import io.kehu.migration.mapping.CrmMapping;
import io.kehu.migration.mapping.EntityMapping;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Finds the records of rows that a run loaded without having recorded that, because it
 * was interrupted.
 */
@Component
class UnrecordedRows {

	private final CrmRecords records;

	private final LiveRecords live;

	UnrecordedRows(CrmRecords records, LiveRecords live) {
		this.records = records;
		this.live = live;
	}

	/** Records what became of such rows of an entity. */
	void settle(UUID run, CrmMapping mapping, EntityMapping entity) {
		Map<ExternalId, String> keys = new LinkedHashMap<>();
		for (Unrecorded row : this.records.unrecorded(run, entity.name())) {
			String number = row.orderNumber();
			keys.put((number != null) ? new ExternalId("client-order-number", number)
					: new ExternalId(mapping.systemOf(entity), row.key()), row.key());
		}
		Map<ExternalId, JsonNode> found = this.live.find(entity.resource(), List.copyOf(keys.keySet()));
		found.forEach((id, record) -> this.records.settle(run, entity.name(), Objects.requireNonNull(keys.get(id)),
				UUID.fromString(record.path("id").asString("")), record.path("version").asLong()));
	}

}
