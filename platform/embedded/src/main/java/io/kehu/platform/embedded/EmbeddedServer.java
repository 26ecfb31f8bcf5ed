package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A server in a child process that ends with this JVM unless it is detached. It can be
 * stopped, killed, paused and restarted on the same port and data.
 */
public abstract sealed class EmbeddedServer implements AutoCloseable
		permits PostgresServer, KafkaServer, RedisServer, MariaDbServer {

	private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

	private final ServerKind kind;

	private final ServerSettings settings;

	private final int port;

	private @Nullable ChildProcess child;

	EmbeddedServer(ServerKind kind, ServerSettings settings) {
		this.kind = kind;
		this.settings = settings;
		this.port = (settings.port() != 0) ? settings.port() : FreePorts.next();
	}

	/**
	 * Starts the server, on its existing data if there is any, and waits until it is
	 * ready.
	 * @return the running server, never null
	 * @throws ServerStartException if it does not start
	 */
	public final synchronized RunningServer start() {
		if (this.child != null) {
			if (this.child.identity().isAlive()) {
				return running();
			}
			this.child.release();
		}
		if (!FreePorts.becomesFree(this.port)) {
			throw new ServerStartException(
					"Port " + this.port + " for " + this.kind.label() + " is in use by another process.");
		}
		try {
			Files.createDirectories(this.settings.folder());
			Folders.restrict(this.settings.folder());
			Files.createDirectories(Objects.requireNonNull(this.settings.logFile().getParent()));
			Folders.createForOwner(this.settings.logFile());
			prepare();
		}
		catch (IOException ex) {
			throw new ServerStartException(this.kind.label() + " cannot be prepared: " + ex.getMessage(), ex);
		}
		ChildProcess started = ChildProcess.start(this.kind, this.settings, command(), environment());
		this.child = started;
		try {
			started.awaitReady(this.kind.label(), this::isReady, START_TIMEOUT);
		}
		catch (ServerStartException ex) {
			started.kill();
			throw ex;
		}
		return running();
	}

	/**
	 * Returns the server as it was last started.
	 * @return the server, never null
	 * @throws IllegalStateException if the server was never started
	 */
	public final synchronized RunningServer running() {
		ProcessIdentity identity = child().identity();
		return new RunningServer(this.kind, identity.pid(), identity.startInstant(), this.port,
				this.settings.logFile());
	}

	/**
	 * Shuts the server down in an orderly way; its data is kept.
	 */
	public final synchronized void stop() {
		if (this.child != null) {
			this.child.stop(this.kind.stopSignal(), STOP_TIMEOUT);
		}
	}

	/**
	 * Kills the server (SIGKILL); its data is kept.
	 */
	public final synchronized void kill() {
		child().kill();
	}

	/**
	 * Suspends the server (SIGSTOP): connections stay open but are not served.
	 */
	public final synchronized void pause() {
		child().identity().signal("STOP");
	}

	/**
	 * Resumes a suspended server (SIGCONT).
	 */
	public final synchronized void resume() {
		child().identity().signal("CONT");
	}

	/**
	 * Detaches the server, so that it outlives this JVM.
	 */
	public final synchronized void detach() {
		child().release();
	}

	/**
	 * Stops the server and deletes its folder if that is temporary.
	 */
	@Override
	public final synchronized void close() {
		if (!this.settings.temporary()) {
			stop();
			return;
		}
		if (this.child != null) {
			this.child.stop(this.kind.quickSignal(), STOP_TIMEOUT);
		}
		Folders.delete(this.settings.folder());
	}

	/**
	 * Returns the port of the server, which is known before it is started.
	 * @return the port on 127.0.0.1
	 */
	public final int port() {
		return this.port;
	}

	/**
	 * Returns the kind of server.
	 * @return the kind, never null
	 */
	public final ServerKind kind() {
		return this.kind;
	}

	final ServerSettings settings() {
		return this.settings;
	}

	final Path file(String name) {
		return this.settings.folder().resolve(name);
	}

	final ProcessIdentity process() {
		return child().identity();
	}

	abstract void prepare() throws IOException;

	abstract List<String> command();

	abstract Map<String, String> environment();

	abstract boolean isReady();

	private ChildProcess child() {
		if (this.child == null) {
			throw new IllegalStateException(this.kind.label() + " was not started.");
		}
		return this.child;
	}

}
