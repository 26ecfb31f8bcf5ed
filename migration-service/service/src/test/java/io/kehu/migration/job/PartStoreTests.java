package io.kehu.migration.job;

import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.MigrationTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class PartStoreTests {

	@Autowired
	private PartStore parts;

	@Autowired
	private JobStore jobs;

	@Autowired
	private TransactionOperations transactions;

	/** In a transaction that is taken back, since the service works on what it sees. */
	@Test
	void givesAnInstanceOnePartAtATimeOfStagesThatNeedAllRows() {
		this.transactions.executeWithoutResult((transaction) -> {
			transaction.setRollbackOnly();
			UUID one = UUID.randomUUID();
			UUID other = UUID.randomUUID();
			offer("heavy", 3);

			PartStore.Claim first = this.parts.claim(one).orElseThrow();
			assertThat(this.parts.claim(one)).isEmpty();
			assertThat(this.parts.claim(other)).map(PartStore.Claim::part).isPresent();
			offer("light", 2);
			assertThat(stage(this.parts.claim(one))).contains("light");
			assertThat(stage(this.parts.claim(other))).contains("light");
			assertThat(this.parts.claim(other)).isEmpty();

			this.parts.end(first, one, PartState.DONE, new PartStore.PartEnd(null, null, 1L));
			assertThat(stage(this.parts.claim(one))).contains("heavy");
		});
	}

	private static Optional<String> stage(Optional<PartStore.Claim> claim) {
		return claim.map((taken) -> taken.part().stage());
	}

	private void offer(String stage, int count) {
		UUID job = UUID.randomUUID();
		this.jobs.insert(new JobStore.NewJob(job, "linkage", null, "{}", 1, UUID.randomUUID(), "steward"));
		for (int number = 0; number < count; number++) {
			this.parts.offer(new PartKey(job, stage, number), stage.startsWith("heav"), number);
		}
	}

}
