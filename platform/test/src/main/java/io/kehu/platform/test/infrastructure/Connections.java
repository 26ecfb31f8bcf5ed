package io.kehu.platform.test.infrastructure;

import java.net.URI;
import java.util.List;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/**
 * Tells Spring Boot's auto-configuration where the servers are; a server starts only when
 * a context connects to it.
 */
final class Connections {

	private Connections() {
	}

	static void registerPostgres(BeanDefinitionRegistry registry, Infrastructure infrastructure) {
		InfrastructureCustomizer.register(registry, JdbcConnectionDetails.class,
				() -> new Postgres(infrastructure.postgres()));
	}

	static void registerKafka(BeanDefinitionRegistry registry, Infrastructure infrastructure) {
		InfrastructureCustomizer.register(registry, KafkaConnectionDetails.class,
				() -> new Kafka(List.of(infrastructure.kafka())));
	}

	static void registerRedis(BeanDefinitionRegistry registry, Infrastructure infrastructure) {
		InfrastructureCustomizer.register(registry, DataRedisConnectionDetails.class,
				() -> new Redis(URI.create(infrastructure.redis())));
	}

	/**
	 * The class's database.
	 *
	 * @param database where it is
	 */
	private record Postgres(Database database) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return this.database.username();
		}

		@Override
		public String getPassword() {
			return this.database.password();
		}

		@Override
		public String getJdbcUrl() {
			return this.database.jdbcUrl();
		}

	}

	/**
	 * The broker.
	 *
	 * @param bootstrapServers where clients begin
	 */
	private record Kafka(List<String> bootstrapServers) implements KafkaConnectionDetails {

		@Override
		public List<String> getBootstrapServers() {
			return this.bootstrapServers;
		}

	}

	/**
	 * The cache.
	 *
	 * @param url where it is
	 */
	private record Redis(URI url) implements DataRedisConnectionDetails {

		@Override
		public Standalone getStandalone() {
			return Standalone.of(this.url.getHost(), this.url.getPort());
		}

	}

}
