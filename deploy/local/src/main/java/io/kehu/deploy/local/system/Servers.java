package io.kehu.deploy.local.system;

import java.nio.file.Path;

import io.kehu.platform.embedded.EmbeddedServer;
import io.kehu.platform.embedded.KafkaServer;
import io.kehu.platform.embedded.PostgresDatabases;
import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import io.kehu.platform.embedded.ServerStartException;

/**
 * PostgreSQL, Kafka and Redis as used by the local system: with durable data, and for
 * each service a user of its own.
 */
final class Servers {

	private static final String SUPERUSER = "superuser";

	private final Path root;

	private final StateFolder state;

	private final Settings settings;

	private final Secrets secrets;

	Servers(Path root, StateFolder state, Settings settings, Secrets secrets) {
		this.root = root;
		this.state = state;
		this.settings = settings;
		this.secrets = secrets;
	}

	/**
	 * Starts one server, which ends with this JVM unless it is detached.
	 * @throws LaunchFailure if it does not start
	 */
	EmbeddedServer start(String name) {
		try {
			EmbeddedServer server = create(name);
			server.start();
			if (server instanceof PostgresServer postgres) {
				createDatabases(postgres.databases());
			}
			return server;
		}
		catch (ServerStartException ex) {
			throw new LaunchFailure(String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * Returns access to the databases of the running PostgreSQL server, for its
	 * superuser.
	 */
	PostgresDatabases databases() {
		return new PostgresDatabases(this.settings.port(Topology.POSTGRES), this.secrets.databasePassword(SUPERUSER));
	}

	private EmbeddedServer create(String name) {
		Path folder = this.state.data().resolve(name);
		ServerSettings server = ServerSettings.durable(folder)
			.withPort(this.settings.port(name))
			.withLogFile(this.state.log(name));
		return switch (name) {
			case Topology.POSTGRES -> new PostgresServer(server.withPassword(this.secrets.databasePassword(SUPERUSER)));
			case Topology.KAFKA -> new KafkaServer(server, Topology.kafkaAccess(this.secrets, this.root));
			case Topology.REDIS ->
				new RedisServer(server.withOption("maxmemory-policy", this.settings.eviction().option()),
						Topology.redisUsers(name, this.secrets));
			case Topology.LOGINS ->
				new RedisServer(server.withOption("maxmemory-policy", "noeviction").withOption("maxmemory", "256mb"),
						Topology.redisUsers(name, this.secrets));
			default -> throw new IllegalArgumentException(name);
		};
	}

	private void createDatabases(PostgresDatabases databases) {
		for (String database : Topology.databases()) {
			if (!databases.exists(database)) {
				databases.createDatabase(database, database, this.secrets.databasePassword(database));
			}
		}
	}

}
