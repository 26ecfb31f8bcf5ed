package io.kehu.customer.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.platform.id.Ids;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Stores merges, with all that is needed to undo them.
 */
@Repository
class MergeStore {

	private static final String FIND = """
			select m.*, array(select s.customer_id from customer_merge_step s where s.merge_id = m.id
			and s.role = 'MERGED' order by s.position) as merged from customer_merge m where\s""";

	private static final String STEP = """
			insert into customer_merge_step (merge_id, position, customer_id, role, version, before, after)
			values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""";

	private static final String LATEST = """
			select m.id from customer_merge m join customer_merge_step s on s.merge_id = m.id
			where m.survivor_id = ? and m.undone_at is null and s.role = 'MERGED' and s.customer_id = any(?)
			order by m.id desc limit 1""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final SealedCopies copies;

	MergeStore(JdbcTemplate jdbc, JsonMapper json, Clock clock, SealedCopies copies) {
		this.copies = copies;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Adds a merge and returns its id. */
	UUID add(UUID survivor, List<MergeStep> steps) {
		UUID id = Ids.next();
		this.jdbc.update("insert into customer_merge (id, survivor_id, merged_at, merged_by) values (?, ?, ?, ?)", id,
				survivor, Timestamp.from(this.clock.instant()), Callers.current().getName());
		List<Object[]> rows = new ArrayList<>();
		for (MergeStep step : steps) {
			rows.add(new Object[] { id, rows.size(), step.customerId(), step.role().name(), step.version(),
					sealed(step.customerId(), step.before()), sealed(step.customerId(), step.after()) });
		}
		this.jdbc.batchUpdate(STEP, rows);
		return id;
	}

	/** Marks a merge as undone. */
	void markUndone(UUID id) {
		this.jdbc.update("update customer_merge set undone_at = ?, undone_by = ? where id = ?",
				Timestamp.from(this.clock.instant()), Callers.find().map(Caller::getName).orElseThrow(), id);
	}

	/** Returns the merges into a customer, newest first. */
	List<MergeView> findAll(UUID survivor) {
		return this.jdbc.query(FIND + "m.survivor_id = ? order by m.id desc", MergeStore::view, survivor);
	}

	Optional<MergeView> find(UUID survivor, UUID id) {
		return this.jdbc.query(FIND + "m.survivor_id = ? and m.id = ?", MergeStore::view, survivor, id)
			.stream()
			.findFirst();
	}

	/** Makes other attempts to undo a merge wait until the transaction ends. */
	void lock(UUID id) {
		this.jdbc.queryForList("select id from customer_merge where id = ? for update", UUID.class, id);
	}

	/** Returns what a merge changed, the survivor first. */
	List<MergeStep> findSteps(UUID id) {
		return this.jdbc.query("select * from customer_merge_step where merge_id = ? order by position",
				(row, number) -> new MergeStep(row.getObject("customer_id", UUID.class),
						MergeStep.Role.valueOf(row.getString("role")), row.getLong("version"),
						opened(row.getObject("customer_id", UUID.class), row.getString("before")),
						opened(row.getObject("customer_id", UUID.class), row.getString("after"))),
				id);
	}

	private String sealed(UUID customer, ObjectNode details) {
		return this.json.writeValueAsString(this.copies.sealed(CustomerDetails.class, customer, details));
	}

	private ObjectNode opened(UUID customer, String details) {
		return this.copies.opened(CustomerDetails.class, customer, (ObjectNode) this.json.readTree(details));
	}

	/** Returns the latest merge of any of these customers into the survivor, or null. */
	@Nullable UUID findLatest(UUID survivor, Collection<UUID> merged) {
		return this.jdbc.queryForList(LATEST, UUID.class, survivor, new SqlArrayValue("uuid", merged.toArray()))
			.stream()
			.findFirst()
			.orElse(null);
	}

	private static MergeView view(ResultSet row, int number) throws SQLException {
		return new MergeView(row.getObject("id", UUID.class), row.getTimestamp("merged_at").toInstant(),
				row.getString("merged_by"), row.getObject("survivor_id", UUID.class),
				Arrays.asList((UUID[]) row.getArray("merged").getArray()), instant(row.getTimestamp("undone_at")),
				row.getString("undone_by"), null);
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

}
