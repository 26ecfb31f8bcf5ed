package io.kehu.migration.run;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.PartGate;
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

	/** As many as an instance works on at once. */
	private static final int WORKERS = 2;

	/** How many parts are done before others are held. */
	private static final int BEFORE = 3;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Steward steward;

	/** Begins a run, and stops it while parts are held, so that it can't end before. */
	private String stopped(Consumer<JsonNode> seen) {
		try (PartGate gate = new PartGate(this.jdbc)) {
			gate.shut(SlowRun.STAGE, BEFORE, Integer.MAX_VALUE);
			String job = SlowRun.begin(this.steward);
			gate.awaitHeld(WORKERS);
			seen.accept(this.steward.get("/jobs/" + job));
			this.steward.post("/jobs/%s/stop".formatted(job), "", 200);
			Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> count(job, "STOPPED") > 0);
			gate.open();
			assertThat(this.steward.ended(job).get("status").asString()).isEqualTo("stopped");
			return job;
		}
	}

	private int count(String job, String state) {
		return this.jdbc.sql("select count(*) from migration_part where job_id = cast(? as uuid) and state = ?")
			.params(job, state)
			.query(Integer.class)
			.single();
	}

	/** Returns the number of the attempt at which each part was done. */
	private Map<Integer, Long> attempts(String job) {
		return this.jdbc
			.sql("select number, attempt from migration_part where job_id = cast(? as uuid) and stage = ?"
					+ " and state = 'DONE'")
			.params(job, SlowRun.STAGE)
			.query()
			.listOfRows()
			.stream()
			.collect(Collectors.toMap((row) -> (Integer) row.get("number"), (row) -> (Long) row.get("attempt")));
	}

	@Test
	void stopsAndGoesOnWithWhatIsLeft() {
		String job = stopped((seen) -> {
			assertThat(seen.at("/progress/percent").asDouble()).isBetween(0.1, 99.9);
			assertThat(seen.at("/progress/partsDone").asInt()).isEqualTo(BEFORE);
			assertThat(seen.at("/progress/total").asLong()).isEqualTo(SlowRun.ROWS);
		});
		Map<Integer, Long> done = attempts(job);
		assertThat(done).hasSizeBetween(BEFORE, SlowRun.PARTS - 1);
		this.steward.post("/jobs/%s/stop".formatted(job), "", 409);
		this.steward.post("/jobs/%s/restart".formatted(job), "", 200);
		JsonNode ended = this.steward.ended(job);
		assertThat(ended.get("status").asString()).isEqualTo("completed");
		assertThat(ended.at("/result/kept").asLong()).isEqualTo(SlowRun.ROWS);
		this.steward.post("/jobs/%s/restart".formatted(job), "", 409);
		assertThat(attempts(job)).hasSize(SlowRun.PARTS).containsAllEntriesOf(done);
	}

	@Test
	void streamsItsProgressAsItHappens() {
		String job = SlowRun.begin(this.steward);
		HttpAnswer stream = this.steward.http().get(Steward.PATH + "/jobs/%s/events".formatted(job)).expect(200);
		assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
		assertThat(stream.body()).contains("event:progress").contains("event:end").contains("\"percent\":100");
	}

	@Test
	void takesOverTheJobOfAnInstanceThatIsGone() {
		String job = stopped((seen) -> {
		});
		this.jdbc
			.sql("update migration_part set state = 'RUNNING', instance = gen_random_uuid(),"
					+ " attempt = nextval('migration_attempt') where job_id = cast(? as uuid) and state = 'STOPPED'")
			.param(job)
			.update();
		this.jdbc
			.sql("update migration_job set status = 'RUNNING', finished_at = null, leader = gen_random_uuid()"
					+ " where id = cast(? as uuid)")
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
