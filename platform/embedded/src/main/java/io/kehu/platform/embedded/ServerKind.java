package io.kehu.platform.embedded;

/**
 * The servers that this module runs, with the signals that shut them down.
 */
public enum ServerKind {

	/** PostgreSQL, which on SIGTERM would wait for its clients to disconnect. */
	POSTGRESQL("postgresql", "INT", "QUIT"),

	/** Apache Kafka, with broker and controller in one process. */
	KAFKA("kafka", "TERM", "KILL"),

	/** Redis. */
	REDIS("redis", "TERM", "KILL"),

	/** MariaDB, as a legacy source. */
	MARIADB("mariadb", "TERM", "KILL");

	private final String label;

	private final String stopSignal;

	private final String quickSignal;

	ServerKind(String label, String stopSignal, String quickSignal) {
		this.label = label;
		this.stopSignal = stopSignal;
		this.quickSignal = quickSignal;
	}

	/**
	 * Returns the name in lower case, as used in folders, log files and messages.
	 * @return the name, never null
	 */
	public String label() {
		return this.label;
	}

	String stopSignal() {
		return this.stopSignal;
	}

	/**
	 * Returns the signal that ends a server whose data is discarded; PostgreSQL still
	 * releases its shared memory on it.
	 */
	String quickSignal() {
		return this.quickSignal;
	}

}
