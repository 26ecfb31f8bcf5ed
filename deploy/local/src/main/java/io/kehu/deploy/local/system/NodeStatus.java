package io.kehu.deploy.local.system;

/***
 * The status of one process.
 *
 * @param name its name
 * @param port the port that it listens on
 * @param pid its process id, 0 if it is not running
 * @param health its health
 * @param memory the memory that it and its children occupy, in bytes
 */
public record NodeStatus(String name, int port, long pid, Health health, long memory) {

	/** The health of a process. */
	public enum Health {

		/** Running and ready. */
		UP,

		/** Running, but not responding or not ready. */
		NOT_READY,

		/** Started earlier, but has ended. */
		ENDED,

		/** Not started. */
		STOPPED

	}

}
