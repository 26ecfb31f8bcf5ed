package io.kehu.customer.support;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports cases that are at risk or breach their agreement, and recalculates those whose
 * agreement or calendar has changed.
 * <p>
 * One instance at a time does so, which holds a lock of the database. What was reported
 * is stored in the transaction of the event, so that each report is made once, even after
 * a crash.
 */
@Component
class Escalations {

	private static final Logger log = LoggerFactory.getLogger(Escalations.class);

	private static final String LEAD = "select pg_try_advisory_xact_lock(hashtextextended('case:escalations', 2))";

	private static final int BATCH = 200;

	private final RecordStore<CaseDetails, SupportCase, CaseView> cases;

	private final CaseRepository repository;

	private final ServiceLevels levels;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final TransactionTemplate leading;

	private final TransactionTemplate separate;

	Escalations(RecordStore<CaseDetails, SupportCase, CaseView> cases, CaseRepository repository, ServiceLevels levels,
			JdbcTemplate jdbc, Clock clock, PlatformTransactionManager transactions) {
		this.cases = cases;
		this.repository = repository;
		this.levels = levels;
		this.jdbc = jdbc;
		this.clock = clock;
		this.leading = new TransactionTemplate(transactions);
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Makes all reports that are due, unless another instance is doing so. */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void run() {
		this.leading.executeWithoutResult((transaction) -> {
			if (Boolean.TRUE.equals(this.jdbc.queryForObject(LEAD, Boolean.class))) {
				reportAll();
			}
		});
	}

	private void reportAll() {
		boolean more = true;
		while (more) {
			List<UUID> due = this.repository.findDue(this.clock.instant(), BATCH);
			long reported = due.stream().filter(this::report).count();
			more = due.size() == BATCH && reported > 0;
		}
	}

	private boolean report(UUID id) {
		try {
			return Boolean.TRUE.equals(this.separate.execute((transaction) -> reportHeld(id)));
		}
		catch (RuntimeException ex) {
			log.warn("The clocks of case {} could not be reported; they will be tried again", id, ex);
			return false;
		}
	}

	/** Holds the agreement before the case, in the same order as its changes do. */
	private boolean reportHeld(UUID id) {
		UUID agreement = this.repository.findAgreement(id).orElse(null);
		ServiceLevel level = this.levels.hold(agreement);
		Instant now = this.clock.instant();
		SupportCase record = this.repository.hold(id, now).orElse(null);
		if (record == null || !Objects.equals(agreement, record.agreementId())) {
			return false;
		}
		CaseView before = record.view();
		CaseEvent event = record.escalate(level, now);
		if (event == null && !record.view().equals(before)) {
			record.touch(now);
			this.cases.record(RecordEvent.CHANGED, record, before);
		}
		recordAll(event, record, before, level);
		return true;
	}

	private void recordAll(@Nullable CaseEvent first, SupportCase record, CaseView before,
			@Nullable ServiceLevel level) {
		CaseView last = before;
		CaseEvent event = first;
		while (event != null) {
			last = this.cases.record(event, record, last);
			event = record.escalate(level, this.clock.instant());
		}
	}

}
