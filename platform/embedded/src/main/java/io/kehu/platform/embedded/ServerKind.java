package io.kehu.platform.embedded;

/**
 * The servers that this module runs, with the signal that ends each of them in order.
 */
public enum ServerKind {

	/** PostgreSQL, which on SIGTERM would wait for its clients to leave. */
	POSTGRESQL("postgresql", "INT", "QUIT"),

	/** Apache Kafka, broker and controller in one. */
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
	 * The name in lower case, as folders, log files and messages show it.
	 * @return the name, never null
	 */
	public String label() {
		return this.label;
	}

	String stopSignal() {
		return this.stopSignal;
	}

	/**
	 * The signal that ends a server whose data nobody wants; PostgreSQL frees its shared
	 * memory on it.
	 */
	String quickSignal() {
		return this.quickSignal;
	}

}
