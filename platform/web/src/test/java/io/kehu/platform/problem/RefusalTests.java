package io.kehu.platform.problem;

import java.sql.SQLException;

import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTests {

	@Test
	void namesTheConstraintWithoutTheValue() {
		SQLException cause = new SQLException("Key (email)=(anna@mail.example) already exists.", "23505");
		assertThat(Refusal.of(new DataIntegrityViolationException("anna@mail.example",
				new ConstraintViolationException("anna@mail.example", cause, "users_by_email"))))
			.isEqualTo("SQL state 23505, constraint users_by_email");
		assertThat(Refusal.of(new ConstraintViolationException("anna", cause, "Key (email)=(anna@mail.example)")))
			.isEqualTo("SQL state 23505, constraint unknown");
	}

}
