package io.kehu.migration.run;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.MigrationServiceApplication;
import io.kehu.migration.Steward;
import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.SigningKeyServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several instances, each in a process of its own, share jobs; some of them are killed.
 */
@WithInfrastructure
class SharedJobTests {

	private static final int ROWS = 40_000;

	private final List<Running> running = new ArrayList<>();

	@AfterEach
	void stop() {
		this.running.forEach((one) -> one.process().destroyForcibly());
	}

	@Test
	void finishJobsTogetherAlthoughAWorkerAndALeaderAreKilled(Infrastructure infrastructure) throws IOException {
		JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(infrastructure.postgres().jdbcUrl(),
				infrastructure.postgres().username(), infrastructure.postgres().password()));
		Running first = start(infrastructure);
		Running second = start(infrastructure);
		await(first);
		await(second);
		Steward steward = first.steward();
		String set = steward.bring("many.csv",
				IntStream.range(0, ROWS)
					.mapToObj((row) -> "%d,Customer %d,%d".formatted(row, row, row % 90))
					.collect(Collectors.joining("\n", "id,name,age\n", "\n")));
		String definition = steward.post("/definitions", "{\"name\": \"Slow\", \"rules\": %s}".formatted(rules()), 201)
			.get("id")
			.asString();
		String body = "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set, definition);

		String withoutWorker = steward.post("/runs", body, 201).get("id").asString();
		awaitBothAtWork(jdbc, withoutWorker);
		second.process().destroyForcibly();
		assertRight(steward, steward.ended(withoutWorker));

		Running third = start(infrastructure);
		await(third);
		String withoutLeader = steward.post("/runs", body, 201).get("id").asString();
		awaitBothAtWork(jdbc, withoutLeader);
		first.process().destroyForcibly();
		assertRight(third.steward(), third.steward().ended(withoutLeader));
	}

	/** Both have finished a part, and both are in the middle of another. */
	private static void awaitBothAtWork(JdbcClient jdbc, String job) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> instances(jdbc, job, "DONE") == 2 && instances(jdbc, job, "RUNNING") == 2);
	}

	private static int instances(JdbcClient jdbc, String job, String state) {
		return jdbc
			.sql("select count(distinct instance) from migration_part where job_id = cast(? as uuid) and state = ?")
			.params(job, state)
			.query(Integer.class)
			.single();
	}

	/**
	 * Nothing is lost, nothing is there twice, and the rows are what one instance makes
	 * of them.
	 */
	private static void assertRight(Steward steward, JsonNode job) {
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		assertThat(job.at("/progress/instances").asInt()).isEqualTo(2);
		assertThat(job.at("/result/read").asLong()).isEqualTo(ROWS);
		String csv = steward.http()
			.get(Steward.PATH + "/data-sets/" + job.at("/result/dataSetId").asString() + "/export")
			.expect(200)
			.body();
		List<String> expected = IntStream.range(0, ROWS)
			.filter((row) -> row % 90 >= 18)
			.mapToObj((row) -> "%d,%d,Customer %d,%d,customer %d".formatted(row + 2, row, row, row % 90, row))
			.toList();
		assertThat(csv.lines().skip(1).toList()).isEqualTo(expected);
		JsonNode filter = job.at("/result/changes").valueStream().reduce((one, last) -> last).orElseThrow();
		assertThat(filter.get("kind").asString()).isEqualTo("dropped");
		assertThat(filter.get("count").asLong()).isEqualTo(ROWS - expected.size());
	}

	/** Rules that keep an instance busy and change little. */
	private static String rules() {
		String compute = "{\"rule\": \"compute\", \"column\": \"low\", \"expression\": \"row.name.lower()\"}";
		String filter = "{\"rule\": \"filter\", \"keep\": {\"is\": \"compared\", \"column\": \"age\","
				+ " \"operator\": \"AT_LEAST\", \"value\": \"18\"}, \"action\": \"DROP\", \"reason\": \"a minor\"}";
		return "[" + (compute + ",").repeat(35) + filter + "]";
	}

	private Running start(Infrastructure infrastructure) throws IOException {
		int port = FreePorts.next();
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
				MigrationServiceApplication.class.getName(), "--server.port=" + port,
				"--kehu.migration.staging.folder=target/staging-of-instances",
				"--kehu.migration.staging.keys=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
				"--kehu.migration.staging.rows-per-partition=1000", "--kehu.migration.jobs.workers=1",
				"--kehu.migration.jobs.beat=200ms", "--kehu.migration.jobs.lease=4s", "--eureka.client.enabled=false",
				"--management.tracing.export.enabled=false", "--kehu.auth.issuer=" + SigningKeyServer.ISSUER,
				"--kehu.auth.jwks-uri=" + SigningKeyServer.address()));
		infrastructure.properties().forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(new File("target/instance-%d.log".formatted(port))))
			.start();
		Running started = new Running(process, new HttpProbe(() -> "http://127.0.0.1:" + port));
		this.running.add(started);
		return started;
	}

	private static void await(Running instance) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(200))
			.ignoreExceptions()
			.until(() -> instance.anyone().get("/actuator/health/readiness").status() == 200);
	}

	/**
	 * An instance.
	 *
	 * @param process its process
	 * @param anyone calls it without a token
	 */
	private record Running(Process process, HttpProbe anyone) {

		Steward steward() {
			return new Steward(this.anyone);
		}

	}

}
