package io.kehu.migration.job;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Takes part in jobs as long as the service runs: says that it is alive, looks for work,
 * and takes over the jobs of instances that died, those from before its own start
 * included.
 */
final class JobShift implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JobShift.class);

	private final JobCrew crew;

	private final JobLeader leader;

	private final Worker worker;

	private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, (task) -> {
		Thread thread = new Thread(task, "migration-shift");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean running;

	JobShift(JobCrew crew, JobLeader leader, Worker worker) {
		this.crew = crew;
		this.leader = leader;
		this.worker = worker;
	}

	@Override
	public void start() {
		this.running = true;
		this.crew.instance().beat();
		long beat = this.crew.properties().beat().toMillis();
		Future<?> beats = this.clock.scheduleWithFixedDelay(guarded(this::beat), 0, beat, TimeUnit.MILLISECONDS);
		Future<?> listening = this.clock.scheduleWithFixedDelay(guarded(this::listen), 0, beat, TimeUnit.MILLISECONDS);
		log.debug("Taking part in jobs: {}, {}", beats, listening);
	}

	private void beat() {
		this.crew.instance().beat();
		this.crew.jobs().takeOver(this.crew.instance().id(), this.crew.instance().lease()).forEach((job) -> {
			log.info("Taking over job {}", job);
			this.leader.lead(job);
		});
		this.worker.look();
	}

	private void listen() {
		if (!this.crew.bell().listening()) {
			this.crew.bell().listen(this.worker::look);
		}
	}

	/** A beat that fails must not be the last. */
	private static Runnable guarded(Runnable action) {
		return () -> {
			try {
				action.run();
			}
			catch (RuntimeException ex) {
				log.warn("No part in jobs for a moment: {}", ex.toString());
			}
		};
	}

	@Override
	public void stop() {
		this.running = false;
		this.clock.shutdownNow();
		this.crew.bell().close();
		this.leader.close();
		this.worker.close();
		try {
			this.crew.instance().leave();
		}
		catch (RuntimeException ex) {
			log.debug("The others will find out by themselves: {}", ex.toString());
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
