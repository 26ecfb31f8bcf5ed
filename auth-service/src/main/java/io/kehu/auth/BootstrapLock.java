package io.kehu.auth;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Serializes the initialization of a new system across instances that start at the same
 * time.
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
	 * Runs the given work in a transaction, one instance at a time.
	 */
	public void run(Runnable work) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", KEY).query((row) -> {
			});
			work.run();
		});
	}

}
