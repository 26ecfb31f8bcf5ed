package io.kehu.migration.crm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.crm.RecordsApi.ExternalId;
import io.kehu.migration.mapping.CrmMapping;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.mapping.RowProblem;
import io.kehu.migration.mapping.RowReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/**
 * Replaces the keys by which rows refer to each other by the ids of records: those of the
 * same run, and otherwise those that have the external id.
 */
@Component
class ReferenceResolution {

	/** Stands for records that a dry run has not created. */
	private static final String PLANNED = "00000000-0000-7000-8000-000000000000";

	private final CrmRecords records;

	private final LiveRecords live;

	ReferenceResolution(CrmRecords records, LiveRecords live) {
		this.records = records;
		this.live = live;
	}

	/** Fills in the references of some records, or adds why that is not possible. */
	void resolve(UUID run, CrmMapping mapping, List<Draft> drafts) {
		Map<String, Map<String, @Nullable UUID>> found = find(run, mapping, drafts);
		for (Draft draft : drafts) {
			for (RowReference reference : draft.references()) {
				Map<String, @Nullable UUID> ids = found.getOrDefault(reference.entity(), Map.of());
				UUID id = ids.get(reference.key());
				if (!ids.containsKey(reference.key())) {
					draft.problems()
						.add(new RowProblem(reference.column(), reference.key(), "reference_not_found",
								"the row of %s was rejected or does not exist".formatted(reference.entity())));
					continue;
				}
				if (id == null) {
					draft.unverifiable().add(reference.pointer());
				}
				set(draft.document(), reference.pointer(), (id != null) ? id.toString() : PLANNED);
			}
		}
	}

	private Map<String, Map<String, @Nullable UUID>> find(UUID run, CrmMapping mapping, List<Draft> drafts) {
		Map<String, Set<String>> wanted = new HashMap<>();
		drafts.forEach((draft) -> draft.references()
			.forEach((one) -> wanted.computeIfAbsent(one.entity(), (name) -> new HashSet<>()).add(one.key())));
		Map<String, Map<String, @Nullable UUID>> found = new HashMap<>();
		wanted.forEach((name, keys) -> {
			Map<String, @Nullable UUID> ids = this.records.ids(run, name, keys);
			EntityMapping entity = mapping.entity(name).orElseThrow();
			List<ExternalId> others = keys.stream()
				.filter((key) -> !ids.containsKey(key))
				.map((key) -> new ExternalId(mapping.systemOf(entity), key))
				.toList();
			Map<ExternalId, JsonNode> existing = others.isEmpty() ? Map.of()
					: this.live.find(entity.resource(), new ArrayList<>(others));
			existing.forEach((key, record) -> ids.put(key.id(), UUID.fromString(record.path("id").asString(""))));
			found.put(name, ids);
		});
		return found;
	}

	private static void set(ObjectNode document, String pointer, String value) {
		int last = pointer.lastIndexOf('/');
		JsonNode parent = (last > 0) ? document.at(pointer.substring(0, last)) : document;
		if (parent instanceof ObjectNode object) {
			object.put(pointer.substring(last + 1), value);
		}
		else if (parent instanceof ArrayNode array) {
			array.set(Integer.parseInt(pointer.substring(last + 1)), value);
		}
	}

}
