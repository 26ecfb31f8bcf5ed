package io.kehu.deploy.local.system;

import java.time.Duration;

/**
 * Observes the progress of a start or a stop; called from several threads.
 */
public interface StartListener {

	/** Called when a process (or a step) begins. */
	void begun(String name, String detail);

	/** Called when it is ready, or has ended when stopping. */
	void done(String name, Duration time);

	/** Called when it has failed. */
	void failed(String name, Duration time);

	/**
	 * Called when it was stopped before it was ready, because the start was abandoned.
	 */
	void stopped(String name, Duration time);

	/** Called with other information for the user. */
	void notice(String sentence);

}
