package io.kehu.platform.cloud;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps a stopping process answering until callers have learnt from the registry that it
 * leaves, so that stopping an instance fails no request.
 * <p>
 * The registration is withdrawn when the context begins to close, which is before this
 * waits; the web server closes after it.
 */
final class DrainBeforeStop implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DrainBeforeStop.class);

	private final Duration drain;

	private volatile boolean running;

	DrainBeforeStop(Duration drain) {
		this.drain = drain;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public void stop(Runnable callback) {
		logger.info("Leaving: goes on answering for {} ms", this.drain.toMillis());
		CompletableFuture.delayedExecutor(this.drain.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
			stop();
			callback.run();
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
