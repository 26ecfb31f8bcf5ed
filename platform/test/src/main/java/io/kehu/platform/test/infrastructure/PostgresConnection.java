package io.kehu.platform.test.infrastructure;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Tells Spring Boot where the database is; PostgreSQL starts only when a context connects
 * to it.
 *
 * @param database the database
 */
record PostgresConnection(Database database) implements JdbcConnectionDetails {

	static void register(BeanDefinitionRegistry registry, Infrastructure infrastructure) {
		InfrastructureCustomizer.register(registry, JdbcConnectionDetails.class,
				() -> new PostgresConnection(infrastructure.postgres()));
	}

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
