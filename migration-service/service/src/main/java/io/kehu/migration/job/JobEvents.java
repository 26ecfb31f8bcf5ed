package io.kehu.migration.job;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;

import org.springframework.stereotype.Component;

/**
 * Publishes the start and the end of jobs.
 */
@Component
class JobEvents {

	static final String TOPIC = "kehu.migrations";

	static final String STARTED = "io.kehu.migration.started.v1";

	static final String FINISHED = "io.kehu.migration.finished.v1";

	private final Outbox outbox;

	JobEvents(Outbox outbox) {
		this.outbox = outbox;
		outbox.publishes(TOPIC);
	}

	void started(JobView job) {
		append(STARTED, job);
	}

	void finished(JobView job) {
		append(FINISHED, job);
	}

	private void append(String type, JobView job) {
		this.outbox.append(new OutgoingEvent(TOPIC, type, job.id(), job.version(), job.settled()));
	}

}
