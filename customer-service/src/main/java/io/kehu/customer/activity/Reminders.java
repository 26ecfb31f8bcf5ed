package io.kehu.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.record.DueRecords;
import io.kehu.platform.record.RecordStore;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds of tasks by events. One instance at a time does so; each reminder is stored in
 * the transaction of its event, so that it is published once, even after a crash.
 */
@Component
class Reminders {

	private final RecordStore<ActivityDetails, Activity, ActivityView> activities;

	private final ActivityRepository repository;

	private final DueRecords due;

	private final Clock clock;

	Reminders(RecordStore<ActivityDetails, Activity, ActivityView> activities, ActivityRepository repository,
			DueRecords due, Clock clock) {
		this.activities = activities;
		this.repository = repository;
		this.due = due;
		this.clock = clock;
	}

	/** Reminds of all tasks that it is time for, unless another instance is doing so. */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
	void run() {
		this.due.process("activity:reminders", (most) -> this.repository.findDue(this.clock.instant(), most),
				this::remind);
	}

	private boolean remind(UUID id) {
		Instant now = this.clock.instant();
		return this.repository.hold(id, now).map((task) -> {
			ActivityView before = task.view();
			this.activities.record(task.remind(now), task, before);
			return true;
		}).orElse(false);
	}

}
