package io.kehu.customer.support;

import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers cases in the order in which they are opened. Numbers of cases that were not
 * stored are left out.
 */
@Component
class CaseNumbers {

	private final JdbcTemplate jdbc;

	CaseNumbers(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	long next() {
		return Objects.requireNonNull(this.jdbc.queryForObject("select nextval('case_number')", Long.class));
	}

}
