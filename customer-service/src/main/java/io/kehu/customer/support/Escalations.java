package io.kehu.customer.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.record.DueRecords;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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

	private final RecordStore<CaseDetails, SupportCase, CaseView> cases;

	private final CaseRepository repository;

	private final ServiceLevels levels;

	private final DueRecords due;

	private final Clock clock;

	Escalations(RecordStore<CaseDetails, SupportCase, CaseView> cases, CaseRepository repository, ServiceLevels levels,
			DueRecords due, Clock clock) {
		this.cases = cases;
		this.repository = repository;
		this.levels = levels;
		this.due = due;
		this.clock = clock;
	}

	/** Makes all reports that are due, unless another instance is doing so. */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void run() {
		this.due.process("case:escalations", (most) -> this.repository.findDue(this.clock.instant(), most),
				this::report);
	}

	/** Holds the agreement before the case, in the same order as its changes do. */
	private boolean report(UUID id) {
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
