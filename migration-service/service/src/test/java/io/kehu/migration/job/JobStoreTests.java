package io.kehu.migration.job;

import java.util.UUID;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.job.JobCompletion.JobEnd;
import io.kehu.platform.access.Ownership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class JobStoreTests {

	private static final UUID LEADER = UUID.randomUUID();

	private final UUID id = UUID.randomUUID();

	@Autowired
	private JobStore jobs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	/** In a transaction that is rolled back, since the service works on what it sees. */
	private void with(JobStatus status, Runnable test) {
		this.transactions.executeWithoutResult((transaction) -> {
			transaction.setRollbackOnly();
			this.jobs.insert(
					new JobStore.NewJob(this.id, "cleaning", null, "{}", 1, LEADER, "steward", Ownership.NONE, false));
			this.jdbc.sql("update migration_job set status = ?, version = 7 where id = ?")
				.params(status.name(), this.id)
				.update();
			test.run();
		});
	}

	private boolean attempt(String transition, UUID instance) {
		return switch (transition) {
			case "start" -> this.jobs.start(this.id, instance);
			case "complete" -> this.jobs.end(this.id, instance, JobEnd.completed("{}"));
			case "fail" -> this.jobs.end(this.id, instance, JobEnd.failed("No column x"));
			case "end as stopped" -> this.jobs.end(this.id, instance, JobEnd.stopped());
			case "stop" -> this.jobs.stop(this.id);
			case "restart" -> this.jobs.queue(this.id, instance);
			default -> throw new IllegalArgumentException(transition);
		};
	}

	@ParameterizedTest
	@CsvSource({
			// transition, then what follows each status, - where it is refused
			"start, RUNNING, RUNNING, STOPPING, -, -, -", "complete, -, COMPLETED, COMPLETED, -, -, -",
			"fail, -, FAILED, FAILED, -, -, -", "end as stopped, -, -, STOPPED, -, -, -",
			"stop, STOPPING, STOPPING, -, -, -, -", "restart, -, -, -, QUEUED, QUEUED, -" })
	void allowsTheseTransitionsOnly(String transition, String queued, String running, String stopping, String stopped,
			String failed, String completed) {
		String[] expected = { queued, running, stopping, stopped, failed, completed };
		for (JobStatus from : JobStatus.values()) {
			String to = expected[from.ordinal()];
			with(from, () -> {
				assertThat(attempt(transition, LEADER)).as("%s when %s", transition, from).isEqualTo(!to.equals("-"));
				JobStore.StoredJob job = this.jobs.find(this.id).orElseThrow();
				assertThat(job.status()).isEqualTo(to.equals("-") ? from : JobStatus.valueOf(to));
				assertThat(job.version()).isEqualTo(to.equals("-") ? 7 : 8);
			});
		}
	}

	@ParameterizedTest
	@CsvSource({ "start", "complete", "fail" })
	void letsTheLeaderAloneStartAndEndAJob(String transition) {
		with(JobStatus.RUNNING, () -> assertThat(attempt(transition, UUID.randomUUID())).isFalse());
	}

	@Test
	void givesJobsOfDeadInstancesToTheOneThatTakesOver() {
		UUID other = UUID.randomUUID();
		with(JobStatus.RUNNING, () -> {
			this.jdbc.sql("insert into migration_instance (id) values (?)").param(LEADER).update();
			assertThat(this.jobs.takeOver(other, 1000)).isEmpty();
			this.jdbc.sql("delete from migration_instance where id = ?").param(LEADER).update();
			assertThat(this.jobs.takeOver(other, 1000)).containsExactly(this.id);
			assertThat(this.jobs.unfinished(other)).containsExactly(this.id);
			assertThat(this.jobs.unfinished(LEADER)).isEmpty();
		});
		with(JobStatus.STOPPED, () -> assertThat(this.jobs.takeOver(other, 1000)).isEmpty());
	}

}
