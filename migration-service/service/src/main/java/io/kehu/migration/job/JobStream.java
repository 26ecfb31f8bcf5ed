package io.kehu.migration.job;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.kehu.platform.problem.ProblemException;
import jakarta.annotation.PreDestroy;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams the progress of jobs as server-sent events: {@code progress} on each change, at
 * most twice a second, and {@code end} as the last one.
 */
@Component
class JobStream {

	private static final long INTERVAL_MILLIS = 500;

	private static final int MAXIMUM_FOLLOWERS = 200;

	private static final Duration MAXIMUM_DURATION = Duration.ofMinutes(10);

	private final JobViews views;

	private final AtomicInteger followers = new AtomicInteger();

	private final ScheduledExecutorService clock = JobThreads.scheduled("migration-events", 2);

	JobStream(JobViews views) {
		this.views = views;
	}

	/**
	 * Streams the progress of a job to its end, for ten minutes at most; clients then
	 * reconnect.
	 * @throws ProblemException 503 if there are too many streams already
	 */
	SseEmitter follow(JobView job) {
		if (this.followers.incrementAndGet() > MAXIMUM_FOLLOWERS) {
			this.followers.decrementAndGet();
			throw ProblemException.unavailable("Too many clients are streaming job progress.", Duration.ofSeconds(10));
		}
		SseEmitter emitter = new SseEmitter(MAXIMUM_DURATION.toMillis());
		AtomicReference<JobView> last = new AtomicReference<>();
		ScheduledFuture<?> ticks = this.clock.scheduleWithFixedDelay(() -> tick(job, emitter, last), 0, INTERVAL_MILLIS,
				TimeUnit.MILLISECONDS);
		emitter.onCompletion(() -> {
			ticks.cancel(false);
			this.followers.decrementAndGet();
		});
		emitter.onTimeout(emitter::complete);
		return emitter;
	}

	private void tick(JobView followed, SseEmitter emitter, AtomicReference<JobView> last) {
		try {
			JobView job = this.views.get(followed.id());
			boolean ended = job.status().ended();
			if (!job.equals(last.getAndSet(job))) {
				emitter.send(SseEmitter.event().name(ended ? "end" : "progress").data(job, MediaType.APPLICATION_JSON));
			}
			else {
				emitter.send(SseEmitter.event().comment("unchanged: " + job.status()));
			}
			if (ended) {
				emitter.complete();
			}
		}
		catch (IOException | RuntimeException ex) {
			emitter.completeWithError(ex);
		}
	}

	@PreDestroy
	void close() {
		this.clock.shutdownNow();
	}

}
