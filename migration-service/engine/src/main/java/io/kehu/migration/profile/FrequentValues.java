package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the most frequent texts of a stream in bounded memory. Counts are exact while all
 * texts fit; beyond that they may be too high, never too low.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-30570-5_27">Metwally, Agrawal and El
 * Abbadi: Efficient computation of frequent and top-k elements in data streams (2005)</a>
 */
final class FrequentValues {

	private static final Comparator<Counted> ORDER = Comparator.comparingLong(Counted::count)
		.reversed()
		.thenComparing(Counted::value);

	private final int capacity;

	private final Map<String, Long> counts = new HashMap<>();

	private long floor;

	FrequentValues(int capacity) {
		this.capacity = capacity;
	}

	/**
	 * Adds a text that occurs several times.
	 * @param value the text
	 * @param times how often it occurs
	 */
	void add(String value, long times) {
		Long known = this.counts.get(value);
		this.counts.put(value, (known != null) ? known + times : this.floor + times);
		if (this.counts.size() > 2 * this.capacity) {
			shrink();
		}
	}

	/** Drop the rarest texts at once, which costs less than one at a time. */
	private void shrink() {
		List<Counted> sorted = sorted();
		for (Counted rare : sorted.subList(this.capacity, sorted.size())) {
			this.counts.remove(rare.value());
			this.floor = Math.max(this.floor, rare.count());
		}
	}

	/** Takes in what another has seen. */
	void merge(FrequentValues other) {
		long otherFloor = other.floor;
		this.counts.replaceAll((value, count) -> count + other.counts.getOrDefault(value, otherFloor));
		other.counts.forEach((value, count) -> this.counts.computeIfAbsent(value, (absent) -> count + this.floor));
		this.floor += otherFloor;
		if (this.counts.size() > 2 * this.capacity) {
			shrink();
		}
	}

	void write(DataOutputStream output) throws IOException {
		output.writeInt(this.capacity);
		output.writeLong(this.floor);
		output.writeInt(this.counts.size());
		for (Map.Entry<String, Long> counted : this.counts.entrySet()) {
			StateText.write(counted.getKey(), output);
			output.writeLong(counted.getValue());
		}
	}

	static FrequentValues read(DataInputStream input) throws IOException {
		FrequentValues values = new FrequentValues(input.readInt());
		values.floor = input.readLong();
		for (int left = input.readInt(); left > 0; left--) {
			values.counts.put(StateText.readPresent(input), input.readLong());
		}
		return values;
	}

	/** Returns whether every text ever added is still counted exactly. */
	boolean isExact() {
		return this.floor == 0;
	}

	/** By how much a count may be too high. */
	long error() {
		return this.floor;
	}

	/** Returns the most frequent first; equally frequent ones in alphabetical order. */
	List<Counted> top(int most) {
		List<Counted> sorted = sorted();
		return List.copyOf(sorted.subList(0, Math.min(most, sorted.size())));
	}

	private List<Counted> sorted() {
		List<Counted> sorted = new ArrayList<>();
		this.counts.forEach((value, count) -> sorted.add(new Counted(value, count)));
		sorted.sort(ORDER);
		return sorted;
	}

}
