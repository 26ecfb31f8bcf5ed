package io.kehu.migration.profile;

import java.util.Map;
import java.util.TreeMap;

/**
 * Mean, spread and the extremes of a stream of numbers (Chan, Golub and LeVeque 1979).
 */
final class Moments {

	private static final int EXTREMES = 5;

	private final TreeMap<Double, Long> lowest = new TreeMap<>();

	private final TreeMap<Double, Long> highest = new TreeMap<>();

	private long count;

	private double mean;

	private double squares;

	private long zeros;

	private long negatives;

	void add(double value, long times) {
		combine(times, value, 0);
		this.zeros += (value == 0) ? times : 0;
		this.negatives += (value < 0) ? times : 0;
		extremeLow(value, times);
		extremeHigh(value, times);
	}

	void merge(Moments other) {
		combine(other.count, other.mean, other.squares);
		this.zeros += other.zeros;
		this.negatives += other.negatives;
		other.lowest.forEach(this::extremeLow);
		other.highest.forEach(this::extremeHigh);
	}

	private void extremeLow(double value, long times) {
		if (this.lowest.size() == EXTREMES && value > this.lowest.lastKey()) {
			return;
		}
		this.lowest.merge(value, times, Long::sum);
		if (this.lowest.size() > EXTREMES) {
			this.lowest.pollLastEntry();
		}
	}

	private void extremeHigh(double value, long times) {
		if (this.highest.size() == EXTREMES && value < this.highest.firstKey()) {
			return;
		}
		this.highest.merge(value, times, Long::sum);
		if (this.highest.size() > EXTREMES) {
			this.highest.pollFirstEntry();
		}
	}

	private void combine(long times, double value, double spread) {
		if (times == 0) {
			return;
		}
		long total = this.count + times;
		double distance = value - this.mean;
		this.mean += distance * times / total;
		this.squares += spread + distance * distance * this.count * times / total;
		this.count = total;
	}

	long count() {
		return this.count;
	}

	double mean() {
		return this.mean;
	}

	/** The sample's standard deviation, 0 for fewer than two numbers. */
	double deviation() {
		return (this.count < 2) ? 0 : Math.sqrt(this.squares / (this.count - 1));
	}

	long zeros() {
		return this.zeros;
	}

	long negatives() {
		return this.negatives;
	}

	Map<Double, Long> lowest() {
		return this.lowest;
	}

	Map<Double, Long> highest() {
		return this.highest.descendingMap();
	}

}
