package io.kehu.migration.run;

import java.time.Duration;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.kehu.migration.HeldParts;
import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.probe.HttpAnswer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class JobApiTests {

	private static final int WORKERS = 2;

	/** Parts that are worked on when the first three are done. */
	private static final String AFTER_THREE = """
			3 = (select count(*) from migration_part d
			where d.job_id = p.job_id and d.number < 3 and d.state = 'DONE')""";

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Steward steward;

	/** Stops it while the workers are held, so that it cannot have ended before. */
	private void stop(String job, Consumer<JsonNode> seen) {
		new HeldParts(this.database).during(job, "rules-1", AFTER_THREE, WORKERS, () -> {
			seen.accept(this.steward.get("/jobs/" + job));
			this.steward.post("/jobs/%s/stop".formatted(job), "", 200);
			Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> count(job, "STOPPED") > 0);
		});
		assertThat(this.steward.ended(job).get("status").asString()).isEqualTo("stopped");
	}

	private int count(String job, String state) {
		return this.jdbc.sql("select count(*) from migration_part where job_id = cast(? as uuid) and state = ?")
			.params(job, state)
			.query(Integer.class)
			.single();
	}

	@Test
	void stopsAndGoesOnWithWhatIsLeft() {
		String job = SlowRun.begin(this.steward);
		stop(job, (seen) -> {
			assertThat(seen.at("/progress/percent").asDouble()).isBetween(0.1, 99.9);
			assertThat(seen.at("/progress/total").asLong()).isEqualTo(SlowRun.ROWS);
		});
		assertThat(count(job, "DONE")).isBetween(3, SlowRun.ROWS / 100 - 1);
		this.steward.post("/jobs/%s/stop".formatted(job), "", 409);
		this.steward.post("/jobs/%s/restart".formatted(job), "", 200);
		JsonNode ended = this.steward.ended(job);
		assertThat(ended.get("status").asString()).isEqualTo("completed");
		assertThat(ended.at("/result/kept").asLong()).isEqualTo(SlowRun.ROWS);
		this.steward.post("/jobs/%s/restart".formatted(job), "", 409);
		Integer executions = this.jdbc
			.sql("select count(*) from batch_step_execution where step_name = 'rules-1:00000' and job_execution_id in"
					+ " (select job_execution_id from batch_job_execution_params where parameter_value = ?)")
			.param(job)
			.query(Integer.class)
			.single();
		assertThat(executions).isEqualTo(1);
	}

	@Test
	void tellsItsProgressAsItHappens() {
		String job = SlowRun.begin(this.steward);
		HttpAnswer stream = this.steward.http().get(Steward.PATH + "/jobs/%s/events".formatted(job)).expect(200);
		assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
		assertThat(stream.body()).contains("event:progress").contains("event:end").contains("\"percent\":100");
	}

	@Test
	void takesOverTheJobOfAnInstanceThatIsGone() {
		String job = SlowRun.begin(this.steward);
		stop(job, (seen) -> {
		});
		this.jdbc
			.sql("update batch_job_execution set status = 'STARTED', end_time = null where job_execution_id in"
					+ " (select job_execution_id from batch_job_execution_params where parameter_value = ?)")
			.param(job)
			.update();
		this.jdbc
			.sql("update migration_job set status = 'RUNNING', stop_requested = false, finished_at = null,"
					+ " owner = gen_random_uuid() where id = cast(? as uuid)")
			.param(job)
			.update();
		JsonNode ended = Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.until(() -> this.steward.get("/jobs/" + job), (seen) -> seen.get("status").asString().equals("completed"));
		assertThat(ended.at("/result/kept").asLong()).isEqualTo(SlowRun.ROWS);
	}

	@Test
	void listsJobsByKindAndStatus() {
		String set = this.steward.bring("few.csv", "a,b\n1,2\n");
		String job = this.steward.post("/profiles", "{\"dataSetId\": \"%s\"}".formatted(set), 201).get("id").asString();
		this.steward.ended(job);
		JsonNode list = this.steward.get("/jobs?kind=profile&status=completed&dataSetId=" + set);
		assertThat(list.get("items").size()).isEqualTo(1);
		assertThat(list.at("/items/0/id").asString()).isEqualTo(job);
		this.steward.http().get(Steward.PATH + "/jobs?colour=red").expect(400);
		this.steward.http().get(Steward.PATH + "/jobs/00000000-0000-7000-8000-000000000000").expect(404);
	}

}
