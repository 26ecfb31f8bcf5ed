package io.kehu.auth.token;

import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes authorizations one day after everything in them has expired.
 */
@Component
class ExpiredAuthorizations {

	private static final int MOST_AT_A_TIME = 10_000;

	private final JdbcClient jdbc;

	ExpiredAuthorizations(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		int forgotten;
		do {
			forgotten = this.jdbc.sql("""
					delete from oauth2_authorization where id in (
						select id from oauth2_authorization where expires_at < now() - interval '1 day'
						order by expires_at limit :most for update skip locked)""")
				.param("most", MOST_AT_A_TIME)
				.update();
		}
		while (forgotten == MOST_AT_A_TIME);
	}

}
