package io.kehu.deploy.local.system;

import java.time.Duration;

/**
 * Is told how a start or a stop goes on, from many threads.
 */
public interface StartListener {

	/** A process (or a step) has begun. */
	void begun(String name, String detail);

	/** It is ready, or has ended when stopping. */
	void done(String name, Duration time);

	/** It has failed. */
	void failed(String name, Duration time);

	/** It was ended before it was ready, because the start was given up. */
	void stopped(String name, Duration time);

	/** Something worth a line of its own. */
	void notice(String sentence);

}
