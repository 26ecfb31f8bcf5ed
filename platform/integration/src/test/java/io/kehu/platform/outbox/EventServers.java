package io.kehu.platform.outbox;

import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;

/**
 * The servers for the event tests, with a separate database for each service.
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
	 * Returns the bootstrap address of Kafka.
	 * @return host and port
	 */
	public String bootstrapServers() {
		return this.infrastructure.kafka();
	}

	/**
	 * Returns the faults that can be injected into the broker.
	 * @return the faults
	 */
	public Faults kafka() {
		return this.infrastructure.faults(Server.KAFKA);
	}

	/**
	 * Returns the faults that can be injected into the database server.
	 * @return the faults
	 */
	public Faults postgres() {
		return this.infrastructure.faults(Server.POSTGRES);
	}

}
