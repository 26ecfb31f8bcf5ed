package io.kehu.migration.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job whose database goes away in the middle, and comes back, goes on with what is
 * left.
 */
@MigrationTest(dedicated = Server.POSTGRES)
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=3000")
class JobOutageTests {

	@Autowired
	private Steward steward;

	@Test
	void goOnWhenTheDatabaseIsBack(Infrastructure infrastructure) {
		Faults database = infrastructure.faults(Server.POSTGRES);
		String job = SlowRun.begin(this.steward);
		awaitPartsDone(job, 3);
		database.stop();
		this.steward.http().get(Steward.PATH + "/jobs/" + job).expect(503);
		database.start();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.steward.http().get(Steward.PATH + "/jobs/" + job).status() == 200);
		JsonNode ended = this.steward.ended(job);
		assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("completed");
		assertThat(ended.at("/result/kept").asLong()).isEqualTo(SlowRun.ROWS);
		List<String> expected = IntStream.range(0, SlowRun.ROWS)
			.mapToObj((row) -> "%d,%d,Customer %d,customer %d".formatted(row + 2, row, row, row))
			.toList();
		assertThat(this.steward.http()
			.get(Steward.PATH + "/data-sets/%s/export".formatted(ended.at("/result/dataSetId").asString()))
			.expect(200)
			.body()
			.lines()
			.skip(1)).containsExactlyElementsOf(expected);
	}

	private void awaitPartsDone(String job, int parts) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.steward.get("/jobs/" + job),
					(seen) -> seen.has("progress") && seen.at("/progress/partsDone").asInt() >= parts);
	}

}
