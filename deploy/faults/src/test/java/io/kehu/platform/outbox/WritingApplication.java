package io.kehu.platform.outbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A service in a JVM of its own that writes as fast as it can, until it is killed.
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
	 * Writes, and says so on standard output once the relay leads and every aggregate is
	 * likely to have been counted.
	 * @param arguments the service's name, its database and the broker
	 * @throws Exception when the service does not start
	 */
	public static void main(String[] arguments) throws Exception {
		EventService service = new EventService(arguments[0], arguments[1], arguments[2],
				new Object[] { "kehu.outbox.standby=100ms" });
		try (Writers writers = new Writers(service, 3); OutputStream out = new FileOutputStream(FileDescriptor.out)) {
			writers.awaitMore(100);
			while (!service.leads()) {
				Thread.onSpinWait();
			}
			out.write('!');
			out.flush();
			Thread.currentThread().join();
		}
	}

}
