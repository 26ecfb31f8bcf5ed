package io.kehu.platform.outbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.awaitility.Awaitility;

/**
 * A service in another JVM that writes as fast as it can, until it is killed.
 */
public final class WritingApplication {

	private WritingApplication() {
	}

	static Process launch(EventServers servers, String name, String database) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
				WritingApplication.class.getName(), name, database, servers.bootstrapServers())
			.redirectError(Redirect.INHERIT)
			.start();
	}

	/** Finds the one that has said that its relay leads. */
	static Optional<Process> leader(List<Process> launched) throws IOException {
		for (Process process : launched) {
			if (process.getInputStream().available() > 0) {
				return Optional.of(process);
			}
		}
		return Optional.empty();
	}

	/**
	 * Stands by until its relay leads, writes, and says so on standard output once every
	 * aggregate is likely to have been counted.
	 * @param arguments the service's name, its database and the broker
	 * @throws Exception when the service does not start
	 */
	public static void main(String[] arguments) throws Exception {
		EventService service = new EventService(arguments[0], arguments[1], arguments[2],
				new Object[] { "kehu.outbox.standby=100ms" });
		Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).until(service::leads);
		try (Writers writers = new Writers(service, 3); OutputStream out = new FileOutputStream(FileDescriptor.out)) {
			writers.awaitMore(100);
			out.write('!');
			out.flush();
			Thread.currentThread().join();
		}
	}

}
