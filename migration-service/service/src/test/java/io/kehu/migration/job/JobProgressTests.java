package io.kehu.migration.job;

import java.time.Duration;

import io.kehu.migration.job.PartStore.PartCounts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobProgressTests {

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	@Test
	void estimatesTheRemainingTimeByTheRateSinceTheLatestStart() {
		JobProgress progress = JobProgress.of(new PartCounts(600, 8, 2, 4, 3), 1000, 400, TEN_SECONDS,
				JobStatus.RUNNING);
		assertThat(progress).isEqualTo(new JobProgress(60, 600, 1000, 20, 20L, 8, 4, 2, 3));
	}

	@Test
	void hasNoEstimateWithoutARate() {
		PartCounts counts = new PartCounts(400, 8, 2, 4, 1);
		assertThat(JobProgress.of(counts, 1000, 400, TEN_SECONDS, JobStatus.RUNNING).secondsLeft()).isNull();
		assertThat(JobProgress.of(counts, 1000, 0, Duration.ZERO, JobStatus.RUNNING).secondsLeft()).isNull();
		assertThat(JobProgress.of(counts, 1000, 0, TEN_SECONDS, JobStatus.STOPPED).secondsLeft()).isNull();
	}

	@Test
	void reachesOneHundredPercentOnCompletionOnly() {
		PartCounts all = new PartCounts(1200, 8, 0, 8, 1);
		JobProgress running = JobProgress.of(all, 1000, 0, TEN_SECONDS, JobStatus.RUNNING);
		assertThat(running.percent()).isEqualTo(99.9);
		assertThat(running.done()).isEqualTo(1000);
		PartCounts few = new PartCounts(700, 8, 0, 8, 1);
		JobProgress completed = JobProgress.of(few, 1000, 0, TEN_SECONDS, JobStatus.COMPLETED);
		assertThat(completed.percent()).isEqualTo(100);
		assertThat(completed.done()).isEqualTo(1000);
		assertThat(JobProgress.of(new PartCounts(0, 0, 0, 0, 0), 0, 0, TEN_SECONDS, JobStatus.RUNNING).percent())
			.isZero();
	}

}
