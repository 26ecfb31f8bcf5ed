package io.kehu.migration.job;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
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
 * Tells followers of a job how far it is, as server-sent events: {@code progress} twice a
 * second while something moves, {@code end} as the last one.
 */
@Component
class JobStream {

	private static final long BEAT_MILLIS = 500;

	private static final int MOST = 200;

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final JobReading reading;

	private final AtomicInteger followers = new AtomicInteger();

	private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, (task) -> {
		Thread thread = new Thread(task, "migration-events");
		thread.setDaemon(true);
		return thread;
	});

	JobStream(JobReading reading) {
		this.reading = reading;
	}

	/**
	 * Follow a job to its end; after ten minutes the client follows anew.
	 * @throws ProblemException 503 when too many follow already
	 */
	SseEmitter follow(JobView job) {
		if (this.followers.incrementAndGet() > MOST) {
			this.followers.decrementAndGet();
			throw ProblemException.unavailable("Too many follow jobs at once.", Duration.ofSeconds(10));
		}
		SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
		AtomicReference<JobView> last = new AtomicReference<>();
		ScheduledFuture<?> ticks = this.clock.scheduleWithFixedDelay(() -> tick(job, emitter, last), 0, BEAT_MILLIS,
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
			JobView job = this.reading.get(followed.id());
			boolean ended = job.status().ended();
			if (!job.equals(last.getAndSet(job))) {
				emitter.send(SseEmitter.event().name(ended ? "end" : "progress").data(job, MediaType.APPLICATION_JSON));
			}
			else {
				emitter.send(SseEmitter.event().comment("still " + job.status()));
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
