package io.kehu.migration.crm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.crm.CrmRecords.Loaded;
import io.kehu.migration.crm.RecordsApi.ExternalId;
import io.kehu.migration.mapping.EntityMapping;
import io.kehu.migration.mapping.Resource;
import io.kehu.migration.mapping.RowProblem;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Loads the records of a chunk of rows, and returns what became of each row. Repeating it
 * after an interruption has the same outcome.
 */
@Component
class ChunkLoader {

	private static final String REJECTED = "rejected";

	private final CrmRecords records;

	private final LiveRecords live;

	private final ReferenceResolution references;

	ChunkLoader(CrmRecords records, LiveRecords live, ReferenceResolution references) {
		this.records = records;
		this.live = live;
		this.references = references;
	}

	/**
	 * Loads a chunk.
	 * @param run the run
	 * @param entity the entity of the rows
	 * @param drafts the records
	 * @return what became of each row
	 */
	List<Loaded> load(CrmRun run, EntityMapping entity, List<Draft> drafts) {
		prepare(run, entity, drafts);
		List<Draft> sound = drafts.stream().filter(Draft::isSound).toList();
		Map<String, JsonNode> existing = existing(entity.resource(), sound);
		List<Loaded> loaded = new ArrayList<>();
		if (run.task().dryRun()) {
			loaded.addAll(rehearsed(entity.resource(), sound, existing));
		}
		else if (!sound.isEmpty()) {
			this.records.intend(run.id(), entity.name(), sound, existing);
			loaded.addAll(stored(run, entity, sound));
		}
		drafts.stream()
			.filter((draft) -> !sound.contains(draft))
			.forEach((draft) -> loaded.add(new Loaded(draft, Outcome.REJECTED, null, null)));
		return loaded;
	}

	/** Completes records as far as other records are needed for that. */
	void prepare(CrmRun run, EntityMapping entity, List<Draft> drafts) {
		this.references.resolve(run.id(), run.mapping(), drafts);
		if (entity.resource() == Resource.OPPORTUNITIES) {
			drafts.stream()
				.map(Draft::document)
				.filter((document) -> !document.has("pipelineId"))
				.forEach((document) -> document.put("pipelineId", run.pipeline(this.live)));
		}
	}

	/**
	 * Asks the service what would become of the records. It cannot know the records that
	 * the run would have created by then.
	 */
	private List<Loaded> rehearsed(Resource resource, List<Draft> sound, Map<String, JsonNode> existing) {
		List<JsonNode> answers = this.live.rehearse(resource, sound.stream().map(Draft::document).toList());
		List<Loaded> rehearsed = new ArrayList<>();
		for (int index = 0; index < sound.size(); index++) {
			Draft draft = sound.get(index);
			answers.get(index)
				.path("errors")
				.valueStream()
				.filter((error) -> !draft.unverifiable().contains(error.path("pointer").asString("")))
				.forEach((error) -> draft.problems().add(problem(draft, error)));
			JsonNode record = existing.get(draft.key());
			Outcome outcome = !draft.isSound() ? Outcome.REJECTED
					: ((record != null) ? Outcome.MERGED : Outcome.CREATED);
			rehearsed.add(new Loaded(draft, outcome, (record != null) ? id(record) : null, null));
		}
		return rehearsed;
	}

	/** Returns the records that exist, by the keys of the rows. */
	private Map<String, JsonNode> existing(Resource resource, List<Draft> drafts) {
		List<ExternalId> keys = drafts.stream().flatMap((draft) -> draft.keys().stream()).distinct().toList();
		Map<ExternalId, JsonNode> found = this.live.find(resource, keys);
		Map<String, JsonNode> existing = new HashMap<>();
		for (Draft draft : drafts) {
			draft.keys()
				.stream()
				.map(found::get)
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent((record) -> existing.put(draft.key(), record));
		}
		return existing;
	}

	private List<Loaded> stored(CrmRun run, EntityMapping entity, List<Draft> sound) {
		Resource resource = entity.resource();
		List<JsonNode> answers = this.live.load(resource, sound.stream().map(Draft::document).toList());
		Set<String> before = new HashSet<>(
				this.records.existedBefore(run.id(), entity.name(), sound.stream().map(Draft::key).toList()));
		List<UUID> read = answers.stream()
			.filter((answer) -> !status(answer).equals(REJECTED) && !status(answer).equals("created"))
			.map(ChunkLoader::id)
			.distinct()
			.toList();
		Map<UUID, JsonNode> versions = this.live.findAll(resource, read);
		List<Loaded> loaded = new ArrayList<>();
		for (int index = 0; index < sound.size(); index++) {
			Draft draft = sound.get(index);
			JsonNode answer = answers.get(index);
			if (status(answer).equals(REJECTED)) {
				answer.path("errors").forEach((error) -> draft.problems().add(problem(draft, error)));
				loaded.add(new Loaded(draft, Outcome.REJECTED, null, null));
				continue;
			}
			UUID id = id(answer);
			JsonNode present = versions.get(id);
			long version = (present != null) ? present.path("version").asLong(0) : 0;
			loaded.add(new Loaded(draft, before.contains(draft.key()) ? Outcome.MERGED : Outcome.CREATED, id, version));
		}
		return loaded;
	}

	private static RowProblem problem(Draft draft, JsonNode error) {
		String pointer = error.path("pointer").asString("");
		boolean inDocument = pointer.isEmpty() || pointer.startsWith("/");
		JsonNode value = inDocument ? draft.document().at(pointer) : draft.document();
		boolean shown = value.isValueNode() && !value.isNull();
		return new RowProblem(pointer.isEmpty() ? "/" : pointer, shown ? value.asString() : null,
				error.path("code").asString(REJECTED), error.path("message").asString("was refused"));
	}

	private static String status(JsonNode answer) {
		return answer.path("status").asString("");
	}

	private static UUID id(JsonNode record) {
		return UUID.fromString(record.path("id").asString(""));
	}

}
