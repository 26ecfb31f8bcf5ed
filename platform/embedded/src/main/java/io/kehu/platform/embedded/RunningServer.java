package io.kehu.platform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A server that was started, with everything needed to find, display and stop it from
 * another JVM.
 *
 * @param kind which server it is
 * @param pid the process id
 * @param startInstant when the process was started
 * @param port the port on 127.0.0.1 that it listens on
 * @param logFile the log file of the server
 */
public record RunningServer(ServerKind kind, long pid, Instant startInstant, int port, Path logFile) {

	/**
	 * Returns the process of the server.
	 * @return process id and start time, never null
	 */
	public ProcessIdentity process() {
		return new ProcessIdentity(this.pid, this.startInstant);
	}

	/**
	 * Whether the process still runs.
	 * @return true while it is running
	 */
	public boolean isAlive() {
		return process().isAlive();
	}

	/**
	 * Shuts the server down and kills it if that takes too long. Does nothing if it is
	 * not running.
	 * @param timeout how long to wait before killing it
	 */
	public void stop(Duration timeout) {
		process().stop(this.kind.stopSignal(), timeout);
	}

}
