package io.kehu.migration.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.PartGate;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class LinkageStopTests {

	private static final int RECORDS = 6_000;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Steward steward;

	private final Path staging = Path.of("target/staging-of-tests");

	@Test
	void learningMovesAndStopsAndIsDoneAgain() throws Exception {
		String lines = String.join("\n", SampleCsv.lines(RECORDS, 5)) + "\n";
		long records = lines.lines().count() - 1;
		String set = this.steward.bring("to be stopped", lines);
		long learnt = 5 * records;
		JsonNode wanted;
		String job;
		try (PartGate gate = new PartGate(this.jdbc)) {
			gate.shut("link", 0, 0, 3 * records);
			wanted = this.steward.post("/linkages",
					"{\"sources\": [{\"dataSetId\": \"%s\", \"keyColumn\": \"record_key\"}]}".formatted(set), 201);
			job = wanted.get("id").asString();
			gate.awaitHeld(1);
			assertThat(this.steward.get("/jobs/" + job).at("/progress/done").asLong()).isBetween(records, learnt);
			this.steward.post("/jobs/%s/stop".formatted(job), "", 200);
		}
		JsonNode stopped = this.steward.ended(job);

		assertThat(stopped.get("status").asString()).isEqualTo("stopped");
		assertThat(stopped.at("/progress/percent").asDouble()).isBetween(1.0, 99.0);
		assertThat(stopped.has("result")).isFalse();
		String output = wanted.at("/task/outputId").asString();
		assertThat(staged()).noneMatch((name) -> name.startsWith(job) || name.startsWith(output));

		this.steward.post("/jobs/%s/restart".formatted(job), "", 200);
		JsonNode ended = this.steward.ended(job);
		assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("completed");
		assertThat(ended.at("/result/read").asLong()).isEqualTo(records);
		assertThat(ended.at("/result/kept").asLong() + ended.at("/result/merged").asLong()).isEqualTo(records);
		assertThat(staged()).anyMatch((name) -> name.startsWith(job)).anyMatch((name) -> name.startsWith(output));
	}

	private Set<String> staged() throws Exception {
		try (Stream<Path> sets = Files.list(this.staging.resolve("sets"))) {
			return new TreeSet<>(sets.map((set) -> set.getFileName().toString()).toList());
		}
	}

}
