package io.kehu.platform.outbox;

import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;

/**
 * The servers of the event tests, where each service has a database of its own.
 */
public record EventServers(Infrastructure infrastructure) {

	static final String ROLE = "events";

	static final String PASSWORD = "events";

	private static final AtomicInteger databases = new AtomicInteger();

	/**
	 * Creates a database.
	 * @return its JDBC URL
	 */
	public String freshDatabase() {
		String name = "events_" + databases.incrementAndGet();
		this.infrastructure.postgres().server().createDatabase(name, ROLE, PASSWORD);
		return this.infrastructure.postgres().server().jdbcUrl(name);
	}

	/**
	 * Where Kafka's clients begin.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return this.infrastructure.kafka();
	}

	/**
	 * What can be done to the broker.
	 * @return the faults
	 */
	public Faults kafka() {
		return this.infrastructure.faults(Server.KAFKA);
	}

	/**
	 * What can be done to the database server.
	 * @return the faults
	 */
	public Faults postgres() {
		return this.infrastructure.faults(Server.POSTGRES);
	}

}
