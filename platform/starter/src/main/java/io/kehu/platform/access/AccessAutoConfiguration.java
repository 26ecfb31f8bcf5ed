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
 * Gives a service its {@link Access}, and keeps one from starting that has forgotten to
 * guard records which belong to somebody.
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
		boolean owned = entity.getAttributes().stream().anyMatch((attribute) -> attribute.getName().equals(OWNER));
		if (owned && !entity.getJavaType().isAnnotationPresent(Guarded.class)) {
			throw new IllegalStateException(entity.getName() + " has an owner; it has to be @Guarded");
		}
	}

	@Bean
	@ConditionalOnBean(History.class)
	ShareBook shareBook(Access access, JdbcTemplate jdbc, History history, Clock clock, JsonMapper json,
			PlatformTransactionManager transactions) {
		return new ShareBook(access, jdbc, history, clock, json, new TransactionTemplate(transactions));
	}

}
