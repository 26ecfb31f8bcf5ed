package io.kehu.migration.matching.progress;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;

/**
 * Counts what several threads have done of some work, and tells it on as a share.
 */
public final class ProgressCounter {

	private final AtomicLong done = new AtomicLong();

	private final long all;

	private final DoubleConsumer share;

	/**
	 * Begin to count.
	 * @param all how much work there is
	 * @param share receives the progress, from 0 to 1; may throw to end the work
	 */
	public ProgressCounter(long all, DoubleConsumer share) {
		this.all = Math.max(1, all);
		this.share = share;
	}

	/** Tell that some more is done, or with 0 that there is still work going on. */
	public void add(long more) {
		this.share.accept(Math.min(1, (double) this.done.addAndGet(more) / this.all));
	}

	/** Lets a step of some work tell how far it is itself. */
	public static DoubleConsumer step(DoubleConsumer whole, double from, double to) {
		return (share) -> whole.accept(from + share * (to - from));
	}

}
