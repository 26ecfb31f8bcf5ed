package io.kehu.migration;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.SigningKeyServer;
import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Further instances of the service, each in a process that can be killed, beside the one
 * that the test runs in.
 */
public final class ServiceInstances implements AutoCloseable {

	private final Infrastructure infrastructure;

	private final JdbcClient jdbc;

	private final List<Running> running = new ArrayList<>();

	public ServiceInstances(Infrastructure infrastructure, JdbcClient jdbc) {
		this.infrastructure = infrastructure;
		this.jdbc = jdbc;
	}

	/**
	 * Starts an instance in the background.
	 * @param workers the number of parts that it works on at once
	 */
	public Running start(int workers) throws IOException {
		int port = FreePorts.next();
		String name = "migration-" + port;
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
				MigrationServiceApplication.class.getName(), "--server.port=" + port,
				"--spring.datasource.hikari.data-source-properties.ApplicationName=" + name,
				"--eureka.client.enabled=false", "--management.tracing.export.enabled=false",
				"--kehu.auth.issuer=" + SigningKeyServer.ISSUER, "--kehu.auth.jwks-uri=" + SigningKeyServer.address()));
		for (String property : MigrationTest.class.getAnnotation(KehuIntegrationTest.class).properties()) {
			command.add("--" + property);
		}
		command.add("--kehu.migration.jobs.workers=" + workers);
		command.add("--spring.main.lazy-initialization=true");
		this.infrastructure.properties()
			.forEach((property, value) -> command.add("--%s=%s".formatted(property, value)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(new File("target/instance-%d.log".formatted(port))))
			.start();
		Running started = new Running(name, process, new HttpProbe(() -> "http://127.0.0.1:" + port));
		this.running.add(started);
		return started;
	}

	/**
	 * Kills an instance without a graceful shutdown, and waits until its process and the
	 * statements that it has sent have ended.
	 */
	public void kill(Running victim) {
		victim.process().destroyForcibly().onExit().join();
		this.jdbc.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
			.param(victim.name())
			.query(Boolean.class)
			.list();
	}

	@Override
	public void close() {
		this.running.forEach(this::kill);
	}

	/**
	 * An instance.
	 *
	 * @param name the name of its database connections
	 * @param process its process
	 * @param anyone a caller without a token
	 */
	public record Running(String name, Process process, HttpProbe anyone) {

		/** Waits until the instance is ready. */
		public Running ready() {
			Awaitility.await()
				.atMost(Duration.ofMinutes(5))
				.pollInterval(Duration.ofMillis(100))
				.ignoreExceptions()
				.until(() -> this.anyone.get("/actuator/health/readiness").status() == 200);
			return this;
		}

		public Steward steward() {
			return new Steward(this.anyone);
		}

	}

}
