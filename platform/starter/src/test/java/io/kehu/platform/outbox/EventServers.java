package io.kehu.platform.outbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.embedded.EmbeddedServers;
import io.kehu.platform.embedded.KafkaServer;
import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.ServerSettings;
import io.kehu.platform.embedded.StartListener;

/**
 * The servers of the event tests: always child processes, because the tests stop, pause
 * and kill them.
 */
public final class EventServers {

	static final String ROLE = "events";

	static final String PASSWORD = "events";

	private static final PostgresServer postgres = new PostgresServer(ServerSettings.forTests());

	private static final KafkaServer kafka = new KafkaServer(ServerSettings.forTests());

	private static final AtomicInteger databases = new AtomicInteger();

	static {
		EmbeddedServers.start(List.of(postgres, kafka), StartListener.SILENT);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			kafka.close();
			postgres.close();
		}));
	}

	private EventServers() {
	}

	/**
	 * Creates a database.
	 * @return its JDBC URL
	 */
	public static String freshDatabase() {
		String name = "events_" + databases.incrementAndGet();
		postgres.databases().createDatabase(name, ROLE, PASSWORD);
		return postgres.databases().jdbcUrl(name);
	}

	/**
	 * Where Kafka's clients begin.
	 * @return host and port
	 */
	public static String bootstrapServers() {
		return kafka.bootstrapServers();
	}

	/**
	 * The broker.
	 * @return the server, for faults
	 */
	public static KafkaServer kafka() {
		return kafka;
	}

	/**
	 * The database server.
	 * @return the server, for faults
	 */
	public static PostgresServer postgres() {
		return postgres;
	}

}
