package io.kehu.migration.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Creates and stops daemon threads, which must not keep the service from ending.
 */
final class JobThreads {

	private static final int STOP_SECONDS = 5;

	private JobThreads() {
	}

	static ExecutorService cached(String name) {
		return Executors.newCachedThreadPool(factory(name));
	}

	static ScheduledExecutorService scheduled(String name, int count) {
		return Executors.newScheduledThreadPool(count, factory(name));
	}

	/** Interrupts threads, and waits a moment for them to end. */
	static void stop(ExecutorService threads) {
		threads.shutdownNow();
		try {
			boolean unused = threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static ThreadFactory factory(String name) {
		return (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		};
	}

}
