package io.kehu.platform.test.infrastructure;

/**
 * The servers that a test can ask for.
 */
public enum Server {

	/** PostgreSQL, with a database of its own for each test class. */
	POSTGRES,

	/** Kafka, without topics and groups when a test class begins. */
	KAFKA,

	/** Redis, empty when a test class begins. */
	REDIS

}
