package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * The main class of a JVM that starts servers, reports them in a file, and either waits
 * to be killed or detaches them and ends.
 */
final class ServerStarter {

	private ServerStarter() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path report = Path.of(arguments[0]);
		boolean detached = arguments[1].equals("detached");
		List<EmbeddedServer> servers = new ArrayList<>(
				List.of(new PostgresServer(ServerSettings.forTests()), new RedisServer(ServerSettings.forTests())));
		if (!detached) {
			servers.add(new KafkaServer(ServerSettings.forTests()));
		}
		List<RunningServer> running = servers.parallelStream().map(EmbeddedServer::start).toList();
		if (detached) {
			servers.forEach(EmbeddedServer::detach);
		}
		Path partial = Path.of(report + ".partial");
		Files.writeString(partial, running.stream()
			.map((server) -> String.join(" ", server.kind().name(), Long.toString(server.pid()),
					server.startInstant().toString(), Integer.toString(server.port()), server.logFile().toString()))
			.collect(Collectors.joining("\n")));
		Files.move(partial, report, StandardCopyOption.ATOMIC_MOVE);
		if (!detached) {
			new CountDownLatch(1).await();
		}
	}

}
