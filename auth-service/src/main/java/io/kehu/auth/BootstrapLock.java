package io.kehu.auth;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets one instance at a time create what a new system must have, so that several that
 * start together do not do it twice.
 */
@Component
public class BootstrapLock {

	private static final long KEY = 0x6b656875_61757468L;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	BootstrapLock(JdbcClient jdbc, TransactionOperations transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	/**
	 * Runs the work in a transaction that no other instance's work overlaps.
	 */
	public void run(Runnable work) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query((row) -> {
			});
			work.run();
		});
	}

}
