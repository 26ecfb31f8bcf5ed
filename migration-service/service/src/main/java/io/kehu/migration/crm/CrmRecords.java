package io.kehu.migration.crm;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.mapping.RowProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What became of each row of a run.
 */
@Repository
class CrmRecords {

	private static final String INTEND = """
			insert into crm_record (run_id, entity, shown_key, source_key, before, order_number)
			values (?, ?, ?, ?, cast(? as jsonb), ?) on conflict do nothing""";

	private static final String RECORD = """
			insert into crm_record (run_id, entity, shown_key, source_key, outcome, record_id, version)
			values (?, ?, ?, ?, ?, ?, ?) on conflict (run_id, entity, shown_key) do update
			set outcome = excluded.outcome, record_id = excluded.record_id, version = excluded.version""";

	private static final String REJECT = """
			insert into crm_rejection (run_id, entity, shown_key, number, omitted, field, value, code, reason)
			values (?, ?, ?, ?, ?, ?, left(?, 500), ?, ?) on conflict (run_id, entity, shown_key, number) do update
			set omitted = excluded.omitted, field = excluded.field, value = excluded.value, code = excluded.code,
			reason = excluded.reason""";

	/** The members of records that services store encrypted. */
	static final Set<String> SEALED = Set.of("taxNumber", "bankAccounts");

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final JsonMapper json;

	CrmRecords(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
		this.jdbc = jdbc;
		this.template = template;
		this.json = json;
	}

	/**
	 * Records that rows are about to be loaded, with the records that exist already. Rows
	 * for which that was recorded before an interruption keep what was recorded then.
	 */
	void intend(UUID run, String entity, List<Draft> drafts, Map<String, JsonNode> before) {
		this.template.batchUpdate(INTEND, drafts.stream().map((draft) -> {
			JsonNode existing = before.get(draft.key());
			return new @Nullable Object[] { run, entity, draft.key(), CrmStore.array(draft.row().key()),
					(existing instanceof ObjectNode record) ? stored(record) : null,
					draft.document().path("clientOrderNumber").asString(null) };
		}).toList());
	}

	/** What is stored encrypted elsewhere is not stored here. */
	private String stored(ObjectNode record) {
		return this.json.writeValueAsString(record.deepCopy().remove(SEALED));
	}

	/** Returns rows that were to be loaded without a record of what became of them. */
	List<Unrecorded> unrecorded(UUID run, String entity) {
		return this.jdbc
			.sql("select shown_key, order_number from crm_record where run_id = :run and entity = :entity"
					+ " and outcome is null and before is null")
			.param("run", run)
			.param("entity", entity)
			.query((row, number) -> new Unrecorded(row.getString(1), row.getString(2)))
			.list();
	}

	/** Records that a row became a new record. */
	void settle(UUID run, String entity, String key, UUID id, long version) {
		this.template.update("update crm_record set outcome = 'CREATED', record_id = ?, version = ? where run_id = ?"
				+ " and entity = ? and shown_key = ?", id, version, run, entity, key);
	}

	/** Returns the keys of rows whose records existed before. */
	List<String> existedBefore(UUID run, String entity, Collection<String> keys) {
		return keys.isEmpty() ? List.of()
				: this.jdbc
					.sql("select shown_key from crm_record where run_id = :run and entity = :entity"
							+ " and shown_key in (:keys) and before is not null")
					.param("run", run)
					.param("entity", entity)
					.param("keys", keys)
					.query(String.class)
					.list();
	}

	void record(UUID run, String entity, List<Loaded> rows) {
		this.template.batchUpdate(RECORD,
				rows.stream()
					.map((row) -> new Object[] { run, entity, row.draft().key(),
							CrmStore.array(row.draft().row().key()), row.outcome().name(), row.id(), row.version() })
					.toList());
		rows.forEach((row) -> reject(run, entity, row));
	}

	private void reject(UUID run, String entity, Loaded row) {
		int number = 0;
		for (RowProblem problem : row.draft().problems()) {
			reject(run, entity, row.draft().key(), number++, false, problem);
		}
		for (RowProblem problem : row.draft().omitted()) {
			reject(run, entity, row.draft().key(), number++, true, problem);
		}
	}

	void reject(UUID run, String entity, String key, int number, boolean omitted, RowProblem problem) {
		this.template.update(REJECT, run, entity, key, number, omitted, problem.column(), clean(problem.value()),
				problem.code(), problem.reason());
	}

	/** PostgreSQL does not store NUL. */
	private static @Nullable String clean(@Nullable String value) {
		return (value != null) ? value.replace("\0", "\\0") : null;
	}

	/** Returns the ids of records by the keys of their rows, null for planned ones. */
	Map<String, @Nullable UUID> ids(UUID run, String entity, Collection<String> keys) {
		Map<String, @Nullable UUID> ids = new HashMap<>();
		if (!keys.isEmpty()) {
			this.jdbc
				.sql("select shown_key, record_id from crm_record where run_id = :run and entity = :entity"
						+ " and shown_key in (:keys) and outcome <> 'REJECTED'")
				.param("run", run)
				.param("entity", entity)
				.param("keys", keys)
				.query((RowCallbackHandler) (row) -> ids.put(row.getString(1), row.getObject(2, UUID.class)));
		}
		return ids;
	}

	/** Counts the rows of an entity by outcome. */
	Map<Outcome, Long> counts(UUID run, String entity) {
		Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
		for (Outcome outcome : Outcome.values()) {
			counts.put(outcome, 0L);
		}
		this.template.query(
				"select outcome, count(*) from crm_record where run_id = ? and entity = ? and outcome is not null group by 1",
				(RowCallbackHandler) (row) -> counts.put(Outcome.valueOf(row.getString(1)), row.getLong(2)), run,
				entity);
		return counts;
	}

	long rejected(UUID run) {
		return this.jdbc.sql("select count(*) from crm_record where run_id = :run and outcome = 'REJECTED'")
			.param("run", run)
			.query(Long.class)
			.single();
	}

	long omitted(UUID run, String entity) {
		return this.jdbc.sql("select count(*) from crm_rejection where run_id = :run and entity = :entity and omitted")
			.param("run", run)
			.param("entity", entity)
			.query(Long.class)
			.single();
	}

	/** Returns rows after a key, in the order of their keys. */
	List<StoredRecord> page(UUID run, String entity, Collection<Outcome> outcomes, String after, int limit) {
		return this.jdbc
			.sql("select shown_key, source_key, outcome, record_id, version, before from crm_record where run_id = :run"
					+ " and entity = :entity and outcome in (:outcomes) and not undone and shown_key > :after"
					+ " order by shown_key limit :limit")
			.param("run", run)
			.param("entity", entity)
			.param("outcomes", outcomes.stream().map(Enum::name).toList())
			.param("after", after)
			.param("limit", limit)
			.query((row, number) -> {
				String before = row.getString(6);
				return new StoredRecord(row.getString(1), List.of((String[]) row.getArray(2).getArray()),
						Outcome.valueOf(row.getString(3)), row.getObject(4, UUID.class), row.getLong(5),
						(before != null) ? this.json.readTree(before) : null);
			})
			.list();
	}

	/**
	 * Calls back for each rejected or omitted value, in the order of entities and keys.
	 */
	void eachRejection(UUID run, RowCallbackHandler handler) {
		this.template.query("select entity, shown_key, field, value, code, reason, omitted from crm_rejection"
				+ " where run_id = ? order by entity, shown_key, number", handler, run);
	}

	void undone(UUID run, String entity, String key) {
		this.template.update("update crm_record set undone = true where run_id = ? and entity = ? and shown_key = ?",
				run, entity, key);
	}

	/** Records the version that undoing has given to a record so far. */
	void version(UUID run, String entity, String key, long version) {
		this.template.update("update crm_record set version = ? where run_id = ? and entity = ? and shown_key = ?",
				version, run, entity, key);
	}

	/**
	 * A row that was to be loaded.
	 *
	 * @param key its key as part of external ids
	 * @param orderNumber the client order number of its order, or null
	 */
	record Unrecorded(String key, @Nullable String orderNumber) {
	}

	/**
	 * A row with what became of it.
	 *
	 * @param draft the record
	 * @param outcome what became of it
	 * @param id the id of the record, null if there is none
	 * @param version the version of the record
	 */
	record Loaded(Draft draft, Outcome outcome, @Nullable UUID id, @Nullable Long version) {
	}

	/**
	 * A row as it is stored.
	 *
	 * @param key its key as part of external ids
	 * @param sourceKey its key as its database understands it
	 * @param outcome what became of it
	 * @param id the id of the record, null if there is none
	 * @param version the version of the record
	 * @param before the record as it was before, or null
	 */
	record StoredRecord(String key, List<String> sourceKey, Outcome outcome, @Nullable UUID id, long version,
			@Nullable JsonNode before) {
	}

}
