package io.kehu.platform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A server that was started, with all that is needed to find, show and stop it from
 * another JVM.
 *
 * @param kind which server it is
 * @param pid the process number
 * @param startInstant when the process was started
 * @param port the port on 127.0.0.1 at which it answers
 * @param logFile where it writes its log
 */
public record RunningServer(ServerKind kind, long pid, Instant startInstant, int port, Path logFile) {

	/**
	 * The server's process.
	 * @return number and start time, never null
	 */
	public ProcessIdentity process() {
		return new ProcessIdentity(this.pid, this.startInstant);
	}

	/**
	 * Whether the process still runs.
	 * @return true while it runs
	 */
	public boolean isAlive() {
		return process().isAlive();
	}

	/**
	 * Stops the server in order and kills it when that takes too long; does nothing when
	 * it is not running.
	 * @param patience how long to wait before killing
	 */
	public void stop(Duration patience) {
		process().stop(this.kind.stopSignal(), patience);
	}

}
