package io.kehu.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.record.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds of tasks by events. One instance at a time does so; each reminder is stored in
 * the transaction of its event, so that it is published once, even after a crash.
 */
@Component
class Reminders {

	private static final Logger log = LoggerFactory.getLogger(Reminders.class);

	private static final String LEAD = "select pg_try_advisory_xact_lock(hashtextextended('activity:reminders', 2))";

	private static final int BATCH = 200;

	private final RecordStore<ActivityDetails, Activity, ActivityView> activities;

	private final ActivityRepository repository;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final TransactionTemplate leading;

	private final TransactionTemplate separate;

	Reminders(RecordStore<ActivityDetails, Activity, ActivityView> activities, ActivityRepository repository,
			JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.activities = activities;
		this.repository = repository;
		this.jdbc = jdbc;
		this.clock = clock;
		this.leading = new TransactionTemplate(transactions);
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Reminds of all tasks that it is time for, unless another instance is doing so. */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void run() {
		this.leading.executeWithoutResult((transaction) -> {
			if (Boolean.TRUE.equals(this.jdbc.queryForObject(LEAD, Boolean.class))) {
				remindAll();
			}
		});
	}

	private void remindAll() {
		boolean more = true;
		while (more) {
			List<UUID> due = this.repository.findDue(this.clock.instant(), BATCH);
			long reminded = due.stream().filter(this::remind).count();
			more = due.size() == BATCH && reminded > 0;
		}
	}

	private boolean remind(UUID id) {
		try {
			return Boolean.TRUE.equals(this.separate.execute((transaction) -> {
				Instant now = this.clock.instant();
				return this.repository.hold(id, now).map((task) -> {
					ActivityView before = task.view();
					this.activities.record(task.remind(now), task, before);
					return true;
				}).orElse(false);
			}));
		}
		catch (RuntimeException ex) {
			log.warn("The reminder of task {} could not be published; it will be tried again", id, ex);
			return false;
		}
	}

}
