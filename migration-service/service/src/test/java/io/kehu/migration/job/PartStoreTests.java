package io.kehu.migration.job;

import java.util.UUID;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.job.PartStore.PartClaim;
import io.kehu.migration.job.PartStore.PartEnd;
import io.kehu.migration.job.PartStore.PartOrder;
import io.kehu.platform.access.Ownership;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class PartStoreTests {

	private static final UUID LEADER = UUID.randomUUID();

	private static final UUID ONE = UUID.randomUUID();

	private static final UUID OTHER = UUID.randomUUID();

	private static final int ATTEMPTS = 2;

	@Autowired
	private PartStore parts;

	@Autowired
	private JobStore jobs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionOperations transactions;

	/** In a transaction that is rolled back, since the service works on what it sees. */
	private void unseen(Runnable test) {
		this.transactions.executeWithoutResult((transaction) -> {
			transaction.setRollbackOnly();
			test.run();
		});
	}

	private UUID offer(String stage, int count) {
		UUID job = UUID.randomUUID();
		this.jobs.insert(new JobStore.NewJob(job, "linkage", null, "{}", 1, LEADER, "steward", Ownership.NONE, false));
		this.jobs.start(job, LEADER);
		this.parts.offer(job, new Stage(stage, (task) -> count, (part) -> {
		}, stage.startsWith("heavy")), count, LEADER);
		return job;
	}

	private PartClaim claim(UUID instance) {
		return this.parts.claim(instance).orElseThrow();
	}

	private String state(PartClaim claim) {
		return this.jdbc.sql("select state from migration_part where job_id = ? and stage = ? and number = ?")
			.params(claim.job(), claim.stage(), claim.number())
			.query(String.class)
			.single();
	}

	@Test
	void givesAnInstanceOnePartAtATimeOfStagesThatNeedAllRows() {
		unseen(() -> {
			offer("heavy", 3);
			PartClaim first = claim(ONE);
			assertThat(this.parts.claim(ONE)).isEmpty();
			assertThat(claim(OTHER).stage()).isEqualTo("heavy");
			offer("light", 2);
			assertThat(claim(ONE).stage()).isEqualTo("light");
			assertThat(claim(OTHER).stage()).isEqualTo("light");
			assertThat(this.parts.claim(OTHER)).isEmpty();

			assertThat(this.parts.end(first, new PartEnd(PartState.DONE, null, null, 1))).isTrue();
			assertThat(claim(ONE).stage()).isEqualTo("heavy");
		});
	}

	@Test
	void offersPartsOnceAndForTheLeaderAlone() {
		unseen(() -> {
			UUID job = offer("light", 2);
			PartClaim first = claim(ONE);
			this.parts.end(first, new PartEnd(PartState.DONE, "1", null, 1));
			Stage stage = new Stage("light", (task) -> 3, (part) -> {
			});
			this.parts.offer(job, stage, 2, LEADER);
			assertThat(state(first)).isEqualTo("DONE");
			this.parts.offer(job, stage, 3, OTHER);
			assertThat(this.parts.counts(job).parts()).isEqualTo(2);
			assertThat(this.parts.counts(job, "light", OTHER)).isEmpty();
			assertThat(this.parts.counts(job, "light", LEADER)).contains(new PartStore.StageCounts(false, 1, 0, 0));
			assertThat(this.parts.results(job, "light")).containsExactly("1");
		});
	}

	@Test
	void acceptsNothingFromAnAttemptThatIsOver() {
		unseen(() -> {
			offer("light", 1);
			PartClaim late = claim(ONE);
			assertThat(this.parts.progress(late, 1)).isEqualTo(PartOrder.GO_ON);
			assertThat(this.parts.release(late)).isTrue();
			PartClaim now = claim(ONE);
			assertThat(now.attempt()).isGreaterThan(late.attempt());
			assertThat(this.parts.progress(late, 5)).isEqualTo(PartOrder.LOST);
			assertThat(this.parts.end(late, new PartEnd(PartState.FAILED, null, "late", 5))).isFalse();
			assertThat(this.parts.release(late)).isFalse();
			assertThat(this.parts.giveBack(late, ATTEMPTS)).isFalse();
			assertThat(state(now)).isEqualTo("RUNNING");
			this.jobs.stop(now.job());
			assertThat(this.parts.progress(now, 2)).isEqualTo(PartOrder.STOP);
		});
	}

	@Test
	void discardsAllButWhatIsDone() {
		unseen(() -> {
			UUID job = offer("light", 3);
			PartClaim done = claim(ONE);
			this.parts.end(done, new PartEnd(PartState.DONE, null, null, 1));
			PartClaim running = claim(ONE);
			this.parts.discardUnfinished(job);
			assertThat(this.parts.progress(running, 1)).isEqualTo(PartOrder.LOST);
			assertThat(this.parts.counts(job).parts()).isEqualTo(1);
			assertThat(state(done)).isEqualTo("DONE");
		});
	}

	@Test
	void offersPartsOfDeadInstancesAgainUntilTheirAttemptsAreUsedUp() {
		unseen(() -> {
			UUID job = offer("light", 2);
			PartClaim first = claim(ONE);
			PartClaim second = claim(OTHER);
			this.jdbc.sql("insert into migration_instance (id) values (?)").param(OTHER).update();
			this.parts.reclaim(job, "light", ATTEMPTS, 1000);
			assertThat(state(first)).isEqualTo("WAITING");
			assertThat(state(second)).isEqualTo("RUNNING");
			this.parts.giveBack(claim(ONE), ATTEMPTS);
			assertThat(state(first)).isEqualTo("FAILED");
			assertThat(this.parts.error(job, "light"))
				.isEqualTo("The database became unavailable on each of 2 attempts.");
		});
	}

	@Test
	void cancelsWhatNobodyHasClaimed() {
		unseen(() -> {
			UUID job = offer("light", 3);
			PartClaim running = claim(ONE);
			this.parts.cancelWaiting(job, "light");
			assertThat(state(running)).isEqualTo("RUNNING");
			assertThat(this.parts.claim(OTHER)).isEmpty();
			assertThat(this.parts.counts(job, "light", LEADER)).contains(new PartStore.StageCounts(false, 1, 0, 2));
		});
	}

}
