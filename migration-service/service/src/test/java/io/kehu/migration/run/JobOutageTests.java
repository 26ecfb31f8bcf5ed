package io.kehu.migration.run;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.PartGate;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verifies that a job whose database becomes unavailable and then available again
 * continues with the remaining parts.
 */
@MigrationTest(dedicated = Server.POSTGRES)
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=2000")
class JobOutageTests {

	/** As many as an instance works on at once. */
	private static final int WORKERS = 2;

	@Autowired
	private Infrastructure infrastructure;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Steward steward;

	@Test
	void goesOnWhenTheDatabaseIsBack() {
		Faults database = this.infrastructure.faults(Server.POSTGRES);
		PartGate gate = new PartGate(this.jdbc);
		gate.shut(SlowRun.STAGE, 3, Integer.MAX_VALUE);
		String job = SlowRun.begin(this.steward);
		gate.awaitHeld(WORKERS);
		database.stop();
		this.steward.http().get(Steward.PATH + "/jobs/" + job).expect(503);
		database.start();
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> this.steward.http().get(Steward.PATH + "/jobs/" + job).status() == 200);
		assertThat(this.steward.get("/jobs/" + job).get("status").asString()).isEqualTo("running");
		gate.close();
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

}
