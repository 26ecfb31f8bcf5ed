package io.kehu.platform.test.description;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Collects how answers deviated from their description, until the current test ends.
 */
final class Deviations {

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

	private static final Set<String> FOUND = new LinkedHashSet<>();

	private static int unchecked;

	private Deviations() {
	}

	/** An exchange has begun, and will be checked when it ends. */
	static void begin() {
		synchronized (FOUND) {
			unchecked++;
		}
	}

	/** An exchange has ended and was checked, or will not be. */
	static void end() {
		synchronized (FOUND) {
			unchecked--;
			FOUND.notifyAll();
		}
	}

	static void add(String deviation) {
		synchronized (FOUND) {
			FOUND.add(deviation);
		}
	}

	/**
	 * Returns what was found, and forgets it. A client may have received an answer
	 * shortly before the service checked it, so this waits for exchanges that have not
	 * ended, though not for those that last longer than the test.
	 */
	static Set<String> take() {
		synchronized (FOUND) {
			long end = System.nanoTime() + PATIENCE;
			try {
				for (long left = PATIENCE; unchecked > 0 && left > 0; left = end - System.nanoTime()) {
					TimeUnit.NANOSECONDS.timedWait(FOUND, left);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			Set<String> taken = new LinkedHashSet<>(FOUND);
			FOUND.clear();
			return taken;
		}
	}

}
