package io.kehu.migration.job;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.PartGate;
import io.kehu.migration.ServiceInstances;
import io.kehu.migration.ServiceInstances.Running;
import io.kehu.migration.SharedWork;
import io.kehu.migration.Steward;
import io.kehu.migration.match.SharedDeduplication;
import io.kehu.migration.match.SharedLinkage;
import io.kehu.migration.match.SharedNeighbourSearch;
import io.kehu.migration.report.SharedProfile;
import io.kehu.migration.run.SharedCleaning;
import io.kehu.platform.test.infrastructure.Infrastructure;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three instances share jobs of all kinds at the same time. Two of them are processes
 * that are killed in the middle of a part of each job: first one that only works, then
 * the one that leads the jobs.
 */
@MigrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedJobTests {

	/** One for each job, and one that goes on while these are held. */
	private static final int WORKERS = 5;

	private static final List<String> STAGES = List.of("rules-1", "search", "partitions", "weigh");

	private final List<Shared> jobs = Stream
		.of(new SharedLinkage(), new SharedCleaning(), new SharedDeduplication(), new SharedProfile(),
				new SharedNeighbourSearch())
		.map(Shared::new)
		.toList();

	@Autowired
	private Infrastructure infrastructure;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Instance survivor;

	@Autowired
	private Steward steward;

	@BeforeAll
	void shareJobsAndLoseAWorkerAndTheLeader() throws IOException {
		this.jobs.forEach((job) -> job.work().prepare(this.steward));
		try (ServiceInstances instances = new ServiceInstances(this.infrastructure, this.jdbc);
				PartGate gate = new PartGate(this.jdbc)) {
			Running leader = instances.start(WORKERS);
			Running worker = instances.start(WORKERS);
			awaitIdle();
			spread(gate, this.survivor.id().toString(), id(leader.ready()), id(worker.ready()));
			this.jobs.forEach((job) -> job.begin(leader.steward()));
			gate.awaitHeld(9);
			await("rules-1", 4, "state = 'DONE'");
			await("rules-1", 5, "state = 'DONE'");

			gate.unroute();
			instances.kill(worker);
			STAGES.forEach((stage) -> gate.open(stage, 2));
			STAGES.forEach((stage) -> await(stage, 2, "lost_attempts = 1"));

			instances.kill(leader);
			gate.open();
			this.jobs.forEach((job) -> this.steward.ended(job.id()));
		}
	}

	/** Returns the id of an instance, which leads the jobs begun through it. */
	private String id(Running instance) {
		Steward one = instance.steward();
		String set = one.bring("probe.csv", "a\n1\n");
		String job = one.post("/profiles", "{\"dataSetId\": \"%s\"}".formatted(set), 201).get("id").asString();
		one.completed(job);
		return this.jdbc.sql("select leader from migration_job where id = cast(? as uuid)")
			.param(job)
			.query(String.class)
			.single();
	}

	/** Waits for the jobs of one instance alone. */
	private void awaitIdle() {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(25))
			.until(() -> this.jdbc.sql("select count(*) from migration_job where finished_at is null")
				.query(Integer.class)
				.single() == 0);
	}

	/**
	 * Gives each instance parts of each stage. The leader and the worker are held in one
	 * of each, but the leader in the search among neighbours instead of the linkage,
	 * since an instance has memory for one of these; the survivor is held in the linkage,
	 * so that it is not over before the leader dies.
	 */
	private static void spread(PartGate gate, String... instances) {
		for (String stage : STAGES) {
			for (int number = 0; number < (stage.equals("rules-1") ? 6 : 3); number++) {
				gate.route(stage, number, instances[number % 3]);
			}
		}
		List.of("rules-1", "search", "partitions").forEach((stage) -> {
			gate.shut(stage, 1, 1);
			gate.shut(stage, 2, 2);
		});
		gate.shut("neighbours", 0, Integer.MAX_VALUE);
		gate.shut("weigh", 0, 0, SharedLinkage.RECORDS);
		gate.shut("weigh", 2, 2, SharedLinkage.RECORDS);
	}

	private void await(String stage, int number, String condition) {
		Awaitility.await(stage + ":" + number)
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(25))
			.until(() -> this.jdbc.sql(
					"select count(*) from migration_part where job_id in (:jobs) and stage = :stage and number = :number and "
							+ condition)
				.param("jobs", this.jobs.stream().map((job) -> UUID.fromString(job.id())).toList())
				.param("stage", stage)
				.param("number", number)
				.query(Integer.class)
				.single() == 1);
	}

	List<Shared> jobs() {
		return this.jobs;
	}

	@ParameterizedTest
	@MethodSource("jobs")
	void giveWhatOneInstanceGivesAlone(Shared job) {
		job.work().check(this.steward, this.steward.completed(job.id()));
	}

	/**
	 * A shared job.
	 */
	private static final class Shared {

		private final SharedWork work;

		private String id = "";

		Shared(SharedWork work) {
			this.work = work;
		}

		void begin(Steward through) {
			this.id = this.work.begin(through);
		}

		SharedWork work() {
			return this.work;
		}

		String id() {
			return this.id;
		}

		@Override
		public String toString() {
			return this.work.getClass().getSimpleName();
		}

	}

}
