package io.kehu.platform.query;

import java.util.List;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessAutoConfiguration;
import io.kehu.platform.digest.Sha256;
import jakarta.persistence.EntityManagerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration for {@link RecordLists}.
 */
@AutoConfiguration(after = { HibernateJpaAutoConfiguration.class, AccessAutoConfiguration.class })
@EnableConfigurationProperties(QueryProperties.class)
final class QueryAutoConfiguration {

	@Bean
	Cursors cursors(QueryProperties properties, JdbcConnectionDetails database) {
		String secret = properties.cursorSecret();
		String material = (secret != null) ? secret : database.getUsername() + ":" + database.getPassword();
		return new Cursors(Sha256.of("cursor:" + material));
	}

	@Bean
	RecordLists recordLists(EntityManagerFactory factory, Cursors cursors, Access access) {
		return new RecordLists(SharedEntityManagerCreator.createSharedEntityManager(factory), cursors, access);
	}

	@Bean
	SparseAnswers sparseAnswers(JsonMapper json) {
		return new SparseAnswers(json);
	}

	@Bean
	ListOperations listOperations() {
		return new ListOperations();
	}

	@Bean
	WebMvcConfigurer listRequests() {
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new ListRequestResolver());
			}

		};
	}

}
