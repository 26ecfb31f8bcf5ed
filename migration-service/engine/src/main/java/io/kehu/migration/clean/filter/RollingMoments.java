package io.kehu.migration.clean.filter;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Mean and deviation of a window that moves: a queue of two stacks whose moments are only
 * ever merged (Chan, Golub and LeVeque, 1979), never taken off, so that a huge value
 * leaves no rounding error behind.
 */
final class RollingMoments {

	private static final Moments NONE = new Moments(0, 0, 0);

	private final Deque<Double> arrived = new ArrayDeque<>();

	private final Deque<Moments> leaving = new ArrayDeque<>();

	private Moments arrivedMoments = NONE;

	void add(double value) {
		this.arrived.addLast(value);
		this.arrivedMoments = this.arrivedMoments.and(value);
	}

	void removeOldest() {
		if (this.leaving.isEmpty()) {
			Moments moments = NONE;
			while (!this.arrived.isEmpty()) {
				moments = moments.and(this.arrived.removeLast());
				this.leaving.push(moments);
			}
			this.arrivedMoments = NONE;
		}
		this.leaving.pop();
	}

	private Moments all() {
		Moments front = this.leaving.peek();
		return (front == null) ? this.arrivedMoments : front.and(this.arrivedMoments);
	}

	long count() {
		return all().count;
	}

	double mean() {
		return all().mean;
	}

	/** Sample standard deviation. */
	double deviation() {
		Moments all = all();
		return Math.sqrt(all.squares / (all.count - 1));
	}

	/**
	 * Count, mean and sum of squared differences from it.
	 */
	private record Moments(long count, double mean, double squares) {

		private Moments and(double value) {
			return Double.isNaN(value) ? this : and(new Moments(1, value, 0));
		}

		private Moments and(Moments other) {
			if (other.count == 0) {
				return this;
			}
			if (this.count == 0) {
				return other;
			}
			long both = this.count + other.count;
			double apart = other.mean - this.mean;
			double share = (double) other.count / both;
			return new Moments(both, this.mean + apart * share,
					this.squares + other.squares + apart * apart * share * this.count);
		}

	}

}
