package io.kehu.deploy.local.system;

/**
 * How one process is.
 *
 * @param name its name
 * @param port where it listens
 * @param pid its process id, 0 when it does not run
 * @param health what it says of itself
 * @param memory its resident memory in bytes, that of its children included
 */
public record NodeStatus(String name, int port, long pid, Health health, long memory) {

	/** What a process can be. */
	public enum Health {

		/** Runs and is ready. */
		UP,

		/** Runs and does not answer, or says that it is not ready. */
		NOT_READY,

		/** Was started and has ended. */
		ENDED,

		/** Was not started. */
		STOPPED

	}

}
