package io.kehu.platform.test.infrastructure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

@JdbcTest
@WithInfrastructure(Server.POSTGRES)
@ContextConfiguration(classes = SliceTests.Application.class)
class SliceTests {

	@Autowired
	private JdbcTemplate database;

	@Test
	void usesTheRealDatabase() {
		assertThat(this.database.queryForObject("SELECT version()", String.class)).startsWith("PostgreSQL 18");
	}

	@SpringBootApplication
	static class Application {

	}

}
