package io.kehu.platform.access;

import java.time.Clock;

import io.kehu.platform.history.History;
import io.kehu.platform.history.HistoryAutoConfiguration;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Auto-configuration for {@link Access}. Prevents a service from starting if it has an
 * entity with an owner that is not {@link Guarded}.
 */
@AutoConfiguration(after = { HibernateJpaAutoConfiguration.class, HistoryAutoConfiguration.class })
public final class AccessAutoConfiguration {

	private static final String OWNER = "ownerId";

	@Bean
	Access access(EntityManagerFactory factory, PlatformTransactionManager transactions) {
		factory.getMetamodel().getEntities().forEach(AccessAutoConfiguration::check);
		TransactionTemplate reading = new TransactionTemplate(transactions);
		reading.setReadOnly(true);
		return new Access(SharedEntityManagerCreator.createSharedEntityManager(factory), reading);
	}

	static void check(EntityType<?> entity) {
		boolean owned = entity.getAttributes()
			.stream()
			.anyMatch((attribute) -> attribute.getJavaType() == Ownership.class || attribute.getName().equals(OWNER));
		if (owned && !entity.getJavaType().isAnnotationPresent(Guarded.class)) {
			throw new IllegalStateException(entity.getName() + " has an owner, so it must be @Guarded");
		}
	}

	@Bean
	@ConditionalOnBean(History.class)
	ShareStore shareBook(Access access, JdbcTemplate jdbc, History history, Clock clock, JsonMapper json,
			PlatformTransactionManager transactions) {
		return new ShareStore(access, jdbc, history, clock, json, new TransactionTemplate(transactions));
	}

}
