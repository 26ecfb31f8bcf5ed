package io.kehu.migration;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.SigningKeyServer;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Instances of the service, each in a process of its own, that share jobs until some of
 * them are killed.
 */
public final class ServiceInstances implements AutoCloseable {

	private static final int LEASE_SECONDS = 4;

	private final Infrastructure infrastructure;

	private final JdbcClient jdbc;

	private final HeldParts held;

	private final List<Running> running = new ArrayList<>();

	public ServiceInstances(Infrastructure infrastructure) {
		this.infrastructure = infrastructure;
		DriverManagerDataSource database = new DriverManagerDataSource(infrastructure.postgres().jdbcUrl(),
				infrastructure.postgres().username(), infrastructure.postgres().password());
		this.jdbc = JdbcClient.create(database);
		this.held = new HeldParts(database);
	}

	/**
	 * Starts an instance that works on one part at a time.
	 * @param options further properties, as on the command line
	 */
	public Running start(String... options) throws IOException {
		int port = FreePorts.next();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
						MigrationServiceApplication.class.getName(), "--server.port=" + port,
						"--kehu.migration.staging.folder=target/staging-of-instances",
						"--kehu.migration.staging.keys=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
						"--kehu.migration.staging.rows-per-partition=1000", "--kehu.migration.jobs.workers=1",
						"--kehu.migration.jobs.beat=200ms", "--kehu.migration.jobs.lease=" + LEASE_SECONDS + "s",
						"--spring.datasource.hikari.connection-timeout=30000", "--eureka.client.enabled=false",
						"--management.tracing.export.enabled=false", "--kehu.auth.issuer=" + SigningKeyServer.ISSUER,
						"--kehu.auth.jwks-uri=" + SigningKeyServer.address()));
		command.addAll(List.of(options));
		this.infrastructure.properties().forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(new File("target/instance-%d.log".formatted(port))))
			.start();
		Running started = new Running(process, new HttpProbe(() -> "http://127.0.0.1:" + port));
		this.running.add(started);
		return started;
	}

	/** Starts two at the same time and waits until both are there. */
	public List<Running> startTwo() throws IOException {
		List<Running> two = List.of(start(), start());
		two.forEach(Running::ready);
		return two;
	}

	/** Waits until so many are taken for alive, hence those that were killed are not. */
	public void awaitAlive(int count) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(100))
			.until(() -> this.jdbc
				.sql("select count(*) from migration_instance where seen_at > now() - make_interval(secs => ?)")
				.param(LEASE_SECONDS)
				.query(Integer.class)
				.single() == count);
	}

	/**
	 * Kills one of two while both are in the middle of a part of a stage.
	 * @param when which parts p these are, in SQL
	 */
	public void killAtWork(Running victim, String job, String stage, String when) {
		this.held.during(job, stage, when, 2, victim::kill);
	}

	@Override
	public void close() {
		this.running.forEach(Running::kill);
	}

	/**
	 * An instance.
	 *
	 * @param process its process
	 * @param anyone calls it without a token
	 */
	public record Running(Process process, HttpProbe anyone) {

		/** Waits until it is there. */
		public Running ready() {
			Awaitility.await()
				.atMost(Duration.ofMinutes(3))
				.pollInterval(Duration.ofMillis(200))
				.ignoreExceptions()
				.until(() -> this.anyone.get("/actuator/health/readiness").status() == 200);
			return this;
		}

		/** Ends it without a chance to say so, and waits until it is gone. */
		public void kill() {
			this.process.destroyForcibly().onExit().join();
		}

		public Steward steward() {
			return new Steward(this.anyone);
		}

	}

}
