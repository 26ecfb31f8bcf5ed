package io.kehu.platform.access;

import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GuardedEntitiesTests {

	@Test
	void areThoseThatHaveAnOwner() {
		check(Ownerless.class);
		check(GuardedOne.class);
		assertThatIllegalStateException().isThrownBy(() -> check(Unguarded.class)).withMessageContaining("@Guarded");
		assertThatIllegalStateException().isThrownBy(() -> check(UnguardedByField.class))
			.withMessageContaining("@Guarded");
	}

	private static void check(Class<?> type) {
		try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
			.applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
			.applySetting("hibernate.boot.allow_jdbc_metadata_access", "false")
			.build();
				SessionFactory factory = new MetadataSources(registry).addAnnotatedClass(type)
					.buildMetadata()
					.buildSessionFactory()) {
			AccessAutoConfiguration.check(factory.getMetamodel().entity(type));
		}
	}

	@Entity
	static class Ownerless {

		@Id
		UUID id;

	}

	@Entity
	static class Unguarded {

		@Id
		UUID id;

		@Embedded
		Ownership ownership;

	}

	@Entity
	static class UnguardedByField {

		@Id
		UUID id;

		UUID ownerId;

	}

	@Entity
	@Guarded(table = "guarded", read = "thing:read", write = "thing:write", delete = "thing:delete")
	static class GuardedOne {

		@Id
		UUID id;

		@Embedded
		Ownership ownership;

	}

}
