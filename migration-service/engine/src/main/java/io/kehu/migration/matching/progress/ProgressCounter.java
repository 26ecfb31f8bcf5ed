package io.kehu.migration.matching.progress;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;

/**
 * Counts the work that several threads have done, and reports it as a share.
 */
public final class ProgressCounter {

	private final AtomicLong done = new AtomicLong();

	private final long all;

	private final DoubleConsumer share;

	/**
	 * Creates a counter.
	 * @param all how much work there is
	 * @param share receives the share done, from 0 to 1; may throw to cancel the work
	 */
	public ProgressCounter(long all, DoubleConsumer share) {
		this.all = Math.max(1, all);
		this.share = share;
	}

	/** Reports further progress; 0 reports that work is still under way. */
	public void add(long more) {
		this.share.accept(Math.min(1, (double) this.done.addAndGet(more) / this.all));
	}

	/** Maps the progress of a step to the progress of the whole work. */
	public static DoubleConsumer step(DoubleConsumer whole, double from, double to) {
		return (share) -> whole.accept(from + share * (to - from));
	}

}
