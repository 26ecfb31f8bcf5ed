package io.kehu.migration.job;

import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JobContractTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static JobView job(JobStatus status, @Nullable String result, @Nullable String error) {
		Instant now = Instant.parse("2026-01-01T00:00:00.123456Z");
		return new JobView(UUID.randomUUID(), 3, "cleaning", status, UUID.randomUUID(), JSON.readTree("{\"seed\": 1}"),
				new JobProgress(10, 1, 10, 1, null, 1, 0, 1, 1), (result != null) ? JSON.readTree(result) : null, error,
				"steward", now, now, status.ended() ? now : null);
	}

	private static void check(String type, JobView job) {
		EventContract.check(type, JSON.writeValueAsString(job.settled()));
		EventContract.checkSample(type);
		EventContract.checkDescription(JobEvents.TOPIC, type);
	}

	@Test
	void publishesWhatItsSchemasSay() {
		check(JobEvents.STARTED, job(JobStatus.RUNNING, null, null));
		check(JobEvents.FINISHED, job(JobStatus.COMPLETED, "{\"rows\": 3}", null));
		check(JobEvents.FINISHED, job(JobStatus.FAILED, null, "No column x"));
	}

}
