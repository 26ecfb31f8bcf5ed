package io.kehu.order.opportunity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the stages and reasons of pipelines, and keeps those that are in use.
 */
@Repository
class PipelineStages {

	private static final String COLUMNS = "select id, name, stages, reasons from pipeline where ";

	/** Holds the pipelines as they are until the transaction ends. */
	private static final String HOLD = COLUMNS + "id = any(?) order by id for share";

	private static final String USED_STAGE = """
			select min(stage) from opportunity where pipeline_id = ? and status = 'OPEN' and deleted_at is null
			and stage <> all(?)""";

	private static final String OLDEST = COLUMNS + "deleted_at is null order by created_at, id limit 1 for share";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	PipelineStages(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Returns pipelines, including deleted ones, which do not change until the
	 * transaction ends.
	 */
	Map<UUID, PipelineDetails> hold(Collection<UUID> ids) {
		Map<UUID, PipelineDetails> found = new HashMap<>();
		this.jdbc.query(HOLD, (row) -> {
			found.put(row.getObject("id", UUID.class), details(row));
		}, new SqlArrayValue("uuid", ids.stream().distinct().toArray()));
		return found;
	}

	/** Returns an existing pipeline, as above. */
	PipelineDetails hold(UUID id) {
		return Objects.requireNonNull(hold(List.of(id)).get(id));
	}

	/**
	 * Returns the pipeline of converted leads: the oldest one. It is not deleted until
	 * the transaction ends.
	 */
	Optional<Oldest> holdOldest() {
		return this.jdbc
			.query(OLDEST, (row, number) -> new Oldest(row.getObject("id", UUID.class), details(row).stages().get(0)))
			.stream()
			.findFirst();
	}

	private PipelineDetails details(ResultSet row) throws SQLException {
		List<Stage> stages = this.json.readValue(row.getString("stages"), new TypeReference<>() {
		});
		List<CloseReason> reasons = this.json.readValue(row.getString("reasons"), new TypeReference<>() {
		});
		return new PipelineDetails(row.getString("name"), stages, reasons);
	}

	/**
	 * Checks a changed pipeline.
	 * @throws ProblemException 409 if open opportunities are in a stage that it no longer
	 * has
	 */
	void changed(RecordChange change) {
		boolean deleted = change.action().equals(RecordEvent.DELETED.action());
		List<Stage> stages = deleted ? List.of() : ((PipelineView) change.after()).details().stages();
		String used = this.jdbc.queryForObject(USED_STAGE, String.class, change.id(),
				new SqlArrayValue("text", stages.stream().map(Stage::key).toArray()));
		if (used != null) {
			throw ProblemException.conflict(deleted ? "/id" : "/stages", "in_use",
					"open opportunities are in the stage %s".formatted(used));
		}
	}

	/**
	 * The oldest pipeline.
	 *
	 * @param first its first stage
	 */
	record Oldest(UUID id, Stage first) {
	}

}
