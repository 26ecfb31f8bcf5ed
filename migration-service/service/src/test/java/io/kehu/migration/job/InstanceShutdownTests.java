package io.kehu.migration.job;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.PartGate;
import io.kehu.migration.Steward;
import io.kehu.migration.run.SlowRun;
import io.kehu.platform.query.RecordList;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An instance that shuts down in good order leaves its jobs and parts to the others at
 * once; its jobs are not stopped by that.
 */
@MigrationTest
class InstanceShutdownTests {

	private static final int PART = 8;

	@Autowired
	private JobContext context;

	@Autowired
	private JobViews views;

	@Autowired
	private JobEvents events;

	@Autowired
	private RecordList<MigrationJob> list;

	@Autowired
	private JsonMapper json;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Steward steward;

	@Autowired
	private MeterRegistry registry;

	/** Of its own, since the metrics of two instances have the same names. */
	private final MeterRegistry meters = new SimpleMeterRegistry();

	private Instance other;

	private Jobs jobsOfOther;

	private JobScheduler scheduler;

	/** The context of another instance that notices at every report that it ends. */
	@BeforeEach
	void startAnotherInstance() {
		JobProperties properties = this.context.properties();
		this.other = new Instance(this.jdbc, properties.lease());
		JobContext shared = new JobContext(this.context.jobs(), this.context.parts(), this.context.kinds(), this.other,
				new JobProperties(1, properties.beat(), properties.lease(), properties.attempts(), properties.poll(),
						Duration.ZERO, properties.outagePause()),
				new JobMetrics(this.meters));
		Worker worker = new Worker(shared, this.json);
		JobLeader leader = new JobLeader(shared, completion(shared), worker);
		this.jobsOfOther = new Jobs(shared, this.views, leader, this.list, this.json);
		this.scheduler = new JobScheduler(shared, leader, worker);
		this.scheduler.start();
	}

	private JobCompletion completion(JobContext shared) {
		return new JobCompletion(shared, this.views, this.events) {
			@Override
			public boolean start(UUID id) {
				return Boolean.TRUE
					.equals(InstanceShutdownTests.this.transactions.execute((transaction) -> super.start(id)));
			}

			@Override
			public boolean end(UUID id, JobEnd end) {
				return Boolean.TRUE
					.equals(InstanceShutdownTests.this.transactions.execute((transaction) -> super.end(id, end)));
			}
		};
	}

	@Test
	void leavesItsJobAndItsPartToTheOthers() {
		try (PartGate gate = new PartGate(this.jdbc)) {
			UUID job = stopped(gate);
			gate.route(SlowRun.STAGE, PART, this.other.id().toString());
			gate.shut(SlowRun.STAGE, PART, SlowRun.PARTS);
			this.transactions.executeWithoutResult((transaction) -> this.jobsOfOther.restart(job));
			gate.awaitHeld(3);
			assertThat(query("select leader from migration_job where id = ?", job)).isEqualTo(this.other.id());
			assertThat(workerOn(job)).isEqualTo(this.other.id());

			gate.unroute();
			CompletableFuture<Void> shutdown = CompletableFuture.runAsync(this.scheduler::stop);
			Awaitility.await().until(() -> !this.scheduler.isRunning());
			gate.open();
			shutdown.join();

			JsonNode completed = this.steward.completed(job.toString());
			assertThat(completed.at("/result/kept").asLong()).isEqualTo(SlowRun.ROWS);
			assertThat(workerOn(job)).isEqualTo(this.context.instance().id());
			assertThat(this.meters.get("kehu.jobs.parts").tag("outcome", "returned").timer().count()).isEqualTo(1);
			assertThat(this.registry.get("kehu.jobs.ended").tag("status", "completed").counter().count()).isPositive();
			assertThat(query("select sum(lost_attempts) from migration_part where job_id = ?", job)).isEqualTo(0L);
		}
	}

	private UUID stopped(PartGate gate) {
		gate.shut(SlowRun.STAGE, 0, SlowRun.PARTS);
		String job = SlowRun.begin(this.steward);
		gate.awaitHeld(1);
		this.steward.post("/jobs/%s/stop".formatted(job), "", 200);
		gate.open();
		assertThat(this.steward.ended(job).get("status").asString()).isEqualTo("stopped");
		return UUID.fromString(job);
	}

	private Object workerOn(UUID job) {
		return query("select instance from migration_part where job_id = ? and number = %d and stage = '%s'"
			.formatted(PART, SlowRun.STAGE), job);
	}

	private Object query(String sql, UUID job) {
		return this.jdbc.sql(sql).param(job).query().singleValue();
	}

}
