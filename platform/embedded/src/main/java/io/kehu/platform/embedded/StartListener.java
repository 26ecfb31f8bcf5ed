package io.kehu.platform.embedded;

import java.time.Duration;

/**
 * Hears how far a start has come, from several threads.
 */
public interface StartListener {

	/** Hears nothing. */
	StartListener SILENT = new StartListener() {
	};

	/**
	 * A server's start has begun.
	 * @param kind which server
	 */
	default void starting(ServerKind kind) {
	}

	/**
	 * A server answers.
	 * @param server what was started
	 * @param took how long it took
	 */
	default void started(RunningServer server, Duration took) {
	}

	/**
	 * A server did not start.
	 * @param kind which server
	 * @param reason why
	 */
	default void failed(ServerKind kind, Exception reason) {
	}

}
