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
 * A server in a child process, which ends with this JVM unless it is let go; it can be
 * stopped, killed, paused and started again on the same port and data.
 */
public abstract sealed class EmbeddedServer implements AutoCloseable
		permits PostgresServer, KafkaServer, RedisServer, MariaDbServer {

	private static final Duration START_PATIENCE = Duration.ofSeconds(90);

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

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
	 * Starts the server, on the data that it left if there is any, and waits until it
	 * answers.
	 * @return what was started, never null
	 * @throws ServerStartException when it does not start
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
			Files.createDirectories(Objects.requireNonNull(this.settings.logFile().getParent()));
			prepare();
		}
		catch (IOException ex) {
			throw new ServerStartException(this.kind.label() + " cannot be prepared: " + ex.getMessage(), ex);
		}
		ChildProcess started = ChildProcess.start(this.kind, this.settings, command(), environment());
		this.child = started;
		try {
			started.awaitReady(this.kind.label(), this::isReady, START_PATIENCE);
		}
		catch (ServerStartException ex) {
			started.kill();
			throw ex;
		}
		return running();
	}

	/**
	 * What was started last.
	 * @return the server as it was started, never null
	 * @throws IllegalStateException when the server was never started
	 */
	public final synchronized RunningServer running() {
		ProcessIdentity identity = child().identity();
		return new RunningServer(this.kind, identity.pid(), identity.startInstant(), this.port,
				this.settings.logFile());
	}

	/**
	 * Stops the server in order; its data stays.
	 */
	public final synchronized void stop() {
		if (this.child != null) {
			this.child.stop(this.kind.stopSignal(), STOP_PATIENCE);
		}
	}

	/**
	 * Kills the server without a warning (SIGKILL); its data stays.
	 */
	public final synchronized void kill() {
		child().kill();
	}

	/**
	 * Freezes the server (SIGSTOP): connections stay open and nothing answers.
	 */
	public final synchronized void pause() {
		child().identity().signal("STOP");
	}

	/**
	 * Lets a frozen server go on (SIGCONT).
	 */
	public final synchronized void resume() {
		child().identity().signal("CONT");
	}

	/**
	 * Lets the server outlive this JVM.
	 */
	public final synchronized void detach() {
		child().release();
	}

	/**
	 * Stops the server and, when its folder is temporary, deletes that.
	 */
	@Override
	public final synchronized void close() {
		if (!this.settings.temporary()) {
			stop();
			return;
		}
		if (this.child != null) {
			this.child.stop(this.kind.quickSignal(), STOP_PATIENCE);
		}
		Folders.delete(this.settings.folder());
	}

	/**
	 * The port at which the server answers, known before it is started.
	 * @return the port on 127.0.0.1
	 */
	public final int port() {
		return this.port;
	}

	/**
	 * Which server this is.
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
