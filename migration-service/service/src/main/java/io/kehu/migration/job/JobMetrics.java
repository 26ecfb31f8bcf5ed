package io.kehu.migration.job;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/**
 * The metrics of the jobs that this instance leads and works on.
 */
@Component
class JobMetrics {

	private final MeterRegistry registry;

	JobMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	/** Reports how many jobs the leader leads at the moment. */
	void observe(JobLeader leader) {
		Gauge.builder("kehu.jobs.led", leader, JobLeader::jobs)
			.description("Jobs that this instance leads")
			.register(this.registry);
	}

	/**
	 * Reports how many parts the worker works on at the moment, and how many it could.
	 */
	void observe(Worker worker, int capacity) {
		Gauge.builder("kehu.jobs.workers.busy", worker, Worker::busy)
			.description("Parts that this instance works on")
			.register(this.registry);
		Gauge.builder("kehu.jobs.workers.max", () -> capacity)
			.description("Parts that this instance can work on at once")
			.register(this.registry);
	}

	void ended(String kind, JobStatus status) {
		Counter.builder("kehu.jobs.ended")
			.description("Jobs that have ended, by how")
			.tag("kind", kind)
			.tag("status", status.toString())
			.register(this.registry)
			.increment();
	}

	void worked(String kind, Outcome outcome, Duration took) {
		Timer.builder("kehu.jobs.parts")
			.description("Work on parts of jobs, by how it ended")
			.tag("kind", kind)
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.register(this.registry)
			.record(took);
	}

	/**
	 * How work on a part ended.
	 */
	enum Outcome {

		DONE,

		FAILED,

		/** The job was to stop, or the part belongs to another instance now. */
		STOPPED,

		/** The instance was stopping, or the database was away. */
		RETURNED

	}

}
