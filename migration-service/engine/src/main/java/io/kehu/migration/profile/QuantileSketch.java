package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Quantiles of a stream of numbers in bounded memory: exact while there are few different
 * ones, in whatever order they come, beyond that within about 0.1% of the rank. Which of
 * two neighbours is kept alternates instead of being drawn, so that the same stream gives
 * the same answer.
 *
 * @see <a href="https://arxiv.org/abs/1603.05346">Karnin, Lang and Liberty: Optimal
 * quantile approximation in streams (2016)</a>
 */
final class QuantileSketch {

	private static final int WIDTH = 4096;

	private static final int NARROWEST = 64;

	/** Up to how many different numbers are counted each. */
	private static final int MOST_EXACT = 8192;

	private final List<Level> levels = new ArrayList<>();

	private final Map<Double, Long> counts = new HashMap<>();

	private boolean exact = true;

	private long count;

	/**
	 * Adds a number that occurs several times.
	 * @param value the number, finite
	 * @param times how often it occurs
	 */
	void add(double value, long times) {
		this.count += times;
		if (this.exact) {
			this.counts.merge(value + 0.0, times, Long::sum);
			if (this.counts.size() > MOST_EXACT) {
				spread();
			}
			return;
		}
		spread(value, times);
	}

	/** Returns up counting. */
	private void spread() {
		this.exact = false;
		new TreeMap<>(this.counts).forEach(this::spread);
		this.counts.clear();
	}

	private void spread(double value, long times) {
		for (long rest = times; rest != 0; rest &= rest - 1) {
			level(Long.numberOfTrailingZeros(rest)).add(value);
		}
		compact();
	}

	/** Takes in what another sketch has seen. */
	void merge(QuantileSketch other) {
		if (other.exact) {
			new TreeMap<>(other.counts).forEach(this::add);
			return;
		}
		if (this.exact) {
			spread();
		}
		for (int height = 0; height < other.levels.size(); height++) {
			Level from = other.levels.get(height);
			for (int i = 0; i < from.size; i++) {
				level(height).add(from.values[i]);
			}
		}
		this.count += other.count;
		compact();
	}

	void write(DataOutputStream output) throws IOException {
		output.writeBoolean(this.exact);
		output.writeLong(this.count);
		output.writeInt(this.counts.size());
		for (Map.Entry<Double, Long> counted : this.counts.entrySet()) {
			output.writeDouble(counted.getKey());
			output.writeLong(counted.getValue());
		}
		output.writeInt(this.levels.size());
		for (Level level : this.levels) {
			output.writeInt(level.size);
			for (int i = 0; i < level.size; i++) {
				output.writeDouble(level.values[i]);
			}
		}
	}

	static QuantileSketch read(DataInputStream input) throws IOException {
		QuantileSketch sketch = new QuantileSketch();
		sketch.exact = input.readBoolean();
		sketch.count = input.readLong();
		for (int left = input.readInt(); left > 0; left--) {
			sketch.counts.put(input.readDouble(), input.readLong());
		}
		int levels = input.readInt();
		for (int height = 0; height < levels; height++) {
			for (int left = input.readInt(); left > 0; left--) {
				sketch.level(height).add(input.readDouble());
			}
		}
		return sketch;
	}

	private Level level(int height) {
		while (this.levels.size() <= height) {
			this.levels.add(new Level());
		}
		return this.levels.get(height);
	}

	private void compact() {
		int held = 0;
		for (Level level : this.levels) {
			held += level.size;
		}
		if (held <= 3 * WIDTH + NARROWEST * this.levels.size()) {
			return;
		}
		for (int height = 0; height < this.levels.size(); height++) {
			Level level = this.levels.get(height);
			if (level.size > capacity(height)) {
				level.halveInto(level(height + 1));
			}
		}
	}

	private int capacity(int height) {
		int depth = this.levels.size() - 1 - height;
		return Math.max(NARROWEST, (int) (WIDTH * Math.pow(2.0 / 3, depth)));
	}

	long count() {
		return this.count;
	}

	boolean isExact() {
		return this.exact;
	}

	/** Returns the numbers kept, with their weights, from the smallest on. */
	Weighted sorted() {
		if (this.exact) {
			return exactly();
		}
		int size = this.levels.stream().mapToInt((level) -> level.size).sum();
		double[] values = new double[size];
		int at = 0;
		for (Level level : this.levels) {
			System.arraycopy(level.values, 0, values, at, level.size);
			at += level.size;
		}
		Integer[] order = new Integer[size];
		Arrays.setAll(order, (i) -> i);
		Arrays.sort(order, (left, right) -> Double.compare(values[left], values[right]));
		long[] weights = new long[size];
		at = 0;
		for (int height = 0; height < this.levels.size(); height++) {
			Arrays.fill(weights, at, at + this.levels.get(height).size, 1L << height);
			at += this.levels.get(height).size;
		}
		return Weighted.of(values, weights, order);
	}

	private Weighted exactly() {
		double[] values = this.counts.keySet().stream().mapToDouble(Double::doubleValue).sorted().toArray();
		long[] weights = Arrays.stream(values).mapToLong(this.counts::get).toArray();
		return Weighted.of(values, weights, IntStream.range(0, values.length).boxed().toArray(Integer[]::new));
	}

	/**
	 * Numbers that each stand for as many of the stream.
	 */
	private static final class Level {

		private double[] values = new double[16];

		private int size;

		private boolean later;

		void add(double value) {
			if (this.size == this.values.length) {
				this.values = Arrays.copyOf(this.values, 2 * this.size);
			}
			this.values[this.size++] = value;
		}

		void halveInto(Level above) {
			Arrays.sort(this.values, 0, this.size);
			int odd = this.size & 1;
			for (int i = odd + (this.later ? 1 : 0); i < this.size; i += 2) {
				above.add(this.values[i]);
			}
			this.later = !this.later;
			this.size = odd;
		}

	}

}
