package io.kehu.migration;

import java.time.Duration;

import javax.sql.DataSource;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps parts of jobs from ending: who works on one waits in the middle of it until it is
 * let go, so that a test comes neither too early nor too late.
 */
public final class HeldParts {

	/** Whichever part is being worked on. */
	public static final String RUNNING = "true";

	private static final String HOLD = """
			select p.number from migration_part p
			where p.job_id = cast(? as uuid) and p.stage = ? and p.state = 'RUNNING' and %s
			for update of p""";

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	public HeldParts(DataSource database) {
		this.jdbc = JdbcClient.create(database);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
	}

	/**
	 * Does something as soon as so many parts of a stage are held in their middle.
	 * @param when which parts p to hold, in SQL
	 */
	public void during(String job, String stage, String when, int count, Runnable action) {
		this.transactions.executeWithoutResult((transaction) -> {
			Awaitility.await()
				.atMost(Duration.ofMinutes(3))
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(20))
				.pollInSameThread()
				.until(() -> this.jdbc.sql(HOLD.formatted(when))
					.params(job, stage)
					.query(Integer.class)
					.list()
					.size() >= count);
			action.run();
		});
	}

}
