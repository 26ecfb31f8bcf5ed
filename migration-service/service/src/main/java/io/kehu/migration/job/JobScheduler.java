package io.kehu.migration.job;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Makes this instance take part in jobs for as long as the service runs: at each beat it
 * records that it is alive, takes over the jobs of dead instances, leads its own, and
 * looks for work.
 */
final class JobScheduler implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobScheduler.class);

	private final JobContext context;

	private final JobLeader leader;

	private final Worker worker;

	private volatile @Nullable ScheduledExecutorService clock;

	JobScheduler(JobContext context, JobLeader leader, Worker worker) {
		this.context = context;
		this.leader = leader;
		this.worker = worker;
	}

	@Override
	public void start() {
		this.context.instance().beat();
		this.leader.start();
		this.worker.start();
		ScheduledExecutorService beats = JobThreads.scheduled("migration-beat", 1);
		this.clock = beats;
		Future<?> unused = beats.scheduleWithFixedDelay(this::guardedBeat, 0,
				this.context.properties().beat().toMillis(), TimeUnit.MILLISECONDS);
	}

	/** A beat that fails must not be the last. */
	private void guardedBeat() {
		try {
			beat();
		}
		catch (RuntimeException ex) {
			log.warn("A beat failed: {}", ex.toString());
		}
	}

	private void beat() {
		Instance instance = this.context.instance();
		instance.beat();
		this.context.jobs()
			.takeOver(instance.id(), instance.lease())
			.forEach((job) -> log.info("Taking over job {}", job));
		this.context.jobs().unfinished(instance.id()).forEach(this.leader::lead);
		this.worker.look();
	}

	@Override
	public void stop() {
		ScheduledExecutorService beats = this.clock;
		this.clock = null;
		if (beats != null) {
			JobThreads.stop(beats);
		}
		this.leader.stop();
		this.worker.stop();
		try {
			this.context.instance().leave();
		}
		catch (RuntimeException ex) {
			log.debug("The other instances wait for the lease: {}", ex.toString());
		}
	}

	@Override
	public boolean isRunning() {
		return this.clock != null;
	}

}
