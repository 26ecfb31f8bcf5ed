package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
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

	void write(DataOutputStream output) throws IOException {
		for (Map<Double, Long> extremes : List.of(this.lowest, this.highest)) {
			output.writeInt(extremes.size());
			for (Map.Entry<Double, Long> extreme : extremes.entrySet()) {
				output.writeDouble(extreme.getKey());
				output.writeLong(extreme.getValue());
			}
		}
		output.writeLong(this.count);
		output.writeDouble(this.mean);
		output.writeDouble(this.squares);
		output.writeLong(this.zeros);
		output.writeLong(this.negatives);
	}

	static Moments read(DataInputStream input) throws IOException {
		Moments moments = new Moments();
		for (Map<Double, Long> extremes : List.of(moments.lowest, moments.highest)) {
			for (int left = input.readInt(); left > 0; left--) {
				extremes.put(input.readDouble(), input.readLong());
			}
		}
		moments.count = input.readLong();
		moments.mean = input.readDouble();
		moments.squares = input.readDouble();
		moments.zeros = input.readLong();
		moments.negatives = input.readLong();
		return moments;
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

	/** Returns the sample's standard deviation, 0 for fewer than two numbers. */
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
