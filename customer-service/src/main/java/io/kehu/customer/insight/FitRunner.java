package io.kehu.customer.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs fits in a separate thread, requested and nightly ones. A night that no instance
 * was up is made up for.
 */
@Component
class FitRunner implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(FitRunner.class);

	private static final Duration BEAT = Duration.ofSeconds(2);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	static final int MOST_ATTEMPTS = 10;

	private final FitStore fits;

	private final FitLock lock;

	private final FitJob job;

	private final InsightProperties properties;

	private final Clock clock;

	private @Nullable LocalDate requestedNight;

	private volatile @Nullable ScheduledExecutorService thread;

	FitRunner(FitStore fits, FitLock lock, FitJob job, InsightProperties properties, Clock clock) {
		this.fits = fits;
		this.lock = lock;
		this.job = job;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread daemon = new Thread(work, "insight");
			daemon.setDaemon(true);
			return daemon;
		});
		this.thread = started;
		Future<?> unused = started.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		ScheduledExecutorService running = this.thread;
		this.thread = null;
		if (running != null) {
			running.shutdownNow();
			try {
				if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
					log.warn("A fit is still running; another instance resumes it");
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	/** A beat that fails must not be the last. */
	private void beat() {
		try {
			requestNightly();
			runAll();
		}
		catch (FitStoppedException ex) {
			log.info("A fit was stopped: {}", ex.getMessage());
		}
		catch (RuntimeException ex) {
			log.warn("A fit failed; this is retried", ex);
		}
	}

	private void requestNightly() {
		LocalDate night = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
			.minusNanos(this.properties.nightlyAt().toNanoOfDay())
			.toLocalDate();
		if (!night.equals(this.requestedNight) && this.fits.requestNightly(night)) {
			this.requestedNight = night;
		}
	}

	/**
	 * Runs all fits that are not finished, unless another instance does so.
	 * @return whether this instance has the right to
	 */
	boolean runAll() {
		return this.fits.unfinished().isEmpty() || this.lock.ifFree(() -> {
			for (Fit fit = next(); fit != null; fit = next()) {
				run(fit);
			}
		});
	}

	private @Nullable Fit next() {
		return this.fits.unfinished().orElse(null);
	}

	private void run(Fit fit) {
		int attempt = this.fits.begin(fit.id());
		if (attempt > MOST_ATTEMPTS) {
			log.error("Fit {} is given up after {} attempts", fit.id(), MOST_ATTEMPTS);
			this.fits.fail(fit.id(), "It was given up after %d attempts; the log says why.".formatted(MOST_ATTEMPTS));
			return;
		}
		log.info("Fit {} to the orders until {}, attempt {}", fit.id(), fit.dataDay(), attempt);
		this.job.run(fit, attempt);
	}

}
