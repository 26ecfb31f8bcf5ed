package io.kehu.platform.record;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes records whose time has come, each in a transaction of its own. One instance
 * at a time does so, which holds a lock of the database.
 */
public final class DueRecords {

	private static final Logger log = LoggerFactory.getLogger(DueRecords.class);

	private static final String LEAD = "select pg_try_advisory_xact_lock(hashtextextended(?, 2))";

	private static final int BATCH = 200;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate leading;

	private final TransactionTemplate separate;

	DueRecords(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.leading = new TransactionTemplate(transactions);
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Processes all due records, unless another instance is doing so. A record that fails
	 * is logged and left for the next time.
	 * @param name the name of the work, unique in the service
	 * @param due returns the next ids, at most as many as it is asked for
	 * @param work processes a record, and returns whether it was still due
	 */
	public void process(String name, IntFunction<List<UUID>> due, Predicate<UUID> work) {
		this.leading.executeWithoutResult((transaction) -> {
			if (Boolean.TRUE.equals(this.jdbc.queryForObject(LEAD, Boolean.class, name))) {
				processAll(name, due, work);
			}
		});
	}

	private void processAll(String name, IntFunction<List<UUID>> due, Predicate<UUID> work) {
		boolean more = true;
		while (more) {
			List<UUID> next = due.apply(BATCH);
			long processed = next.stream().filter((id) -> process(name, id, work)).count();
			more = next.size() == BATCH && processed > 0;
		}
	}

	private boolean process(String name, UUID id, Predicate<UUID> work) {
		try {
			return Boolean.TRUE.equals(this.separate.execute((transaction) -> work.test(id)));
		}
		catch (RuntimeException ex) {
			log.warn("{} failed for {} and will be tried again", name, id, ex);
			return false;
		}
	}

}
