package io.kehu.platform.test.infrastructure;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.kehu.platform.embedded.PostgresDatabases;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are started in the background, each when it is first asked for.
 */
final class RunningServers {

	private static final Log logger = LogFactory.getLog(RunningServers.class);

	/** Shared by all test classes of this JVM, and gone with it. */
	static final RunningServers SHARED = new RunningServers();

	private final Map<Server, CompletableFuture<Started>> servers = new EnumMap<>(Server.class);

	/** Begins to start servers, all at once. */
	void begin(Collection<Server> wanted) {
		for (Server server : wanted) {
			CompletableFuture<Started> unused = future(server);
		}
	}

	/** A server that answers. */
	Started get(Server server) {
		return future(server).join();
	}

	/** Ends what was started. */
	synchronized void close() {
		this.servers.values().forEach((future) -> future.thenAccept((started) -> started.server().close()).join());
		this.servers.clear();
	}

	private synchronized CompletableFuture<Started> future(Server server) {
		return this.servers.computeIfAbsent(server,
				(missing) -> CompletableFuture.supplyAsync(() -> start(missing), (task) -> {
					Thread thread = new Thread(task, "start-" + missing);
					thread.setDaemon(true);
					thread.start();
				}));
	}

	private static Started start(Server server) {
		long begin = System.nanoTime();
		Started started = Choice.PROVIDER.start(server);
		logger.info("%s: %s at %s:%d after %d ms".formatted(server, Choice.PROVIDER, started.server().host(),
				started.server().port(), Duration.ofNanos(System.nanoTime() - begin).toMillis()));
		return started;
	}

	/**
	 * A server that was started.
	 *
	 * @param server the server
	 * @param databases PostgreSQL's databases, null for other servers
	 */
	record Started(TestServer server, @Nullable PostgresDatabases databases) {

		static Started of(TestServer server) {
			return new Started(server, null);
		}

		PostgresDatabases postgres() {
			return Optional.ofNullable(this.databases).orElseThrow();
		}

	}

	/**
	 * Made once a JVM, when the first server is asked for.
	 */
	private static final class Choice {

		static final Provider PROVIDER = Provider.choose(System.getenv(), () -> Docker.ofThisMachine().answers());

		static {
			logger.info("Test servers run %s (%s=docker|embedded forces one)"
				.formatted((PROVIDER == Provider.DOCKER) ? "in containers" : "embedded", Provider.VARIABLE));
		}

	}

}
