package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Counts distinct hashes: exactly up to a size, beyond it by a HyperLogLog sketch with a
 * standard error of 0.8%.
 *
 * @see <a href="https://algo.inria.fr/flajolet/Publications/FlFuGaMe07.pdf">Flajolet et
 * al.: HyperLogLog (2007)</a>
 */
final class DistinctCounter {

	private static final int PRECISION = 14;

	private static final int REGISTERS = 1 << PRECISION;

	private static final double BIAS = 0.7213 / (1 + 1.079 / REGISTERS);

	private final int exactLimit;

	private long[] slots = new long[64];

	private int size;

	private boolean zero;

	private byte[] registers = new byte[0];

	/**
	 * Creates a counter.
	 * @param exactLimit up to how many distinct hashes it counts exactly
	 */
	DistinctCounter(int exactLimit) {
		this.exactLimit = exactLimit;
	}

	void add(long hash) {
		if (!isExact()) {
			sketch(hash);
		}
		else if (hash == 0) {
			this.zero = true;
		}
		else if (insert(this.slots, hash)) {
			this.size++;
			if (2 * this.size > this.slots.length) {
				grow();
			}
		}
	}

	private static boolean insert(long[] slots, long hash) {
		int mask = slots.length - 1;
		int place = (int) hash & mask;
		while (slots[place] != 0) {
			if (slots[place] == hash) {
				return false;
			}
			place = (place + 1) & mask;
		}
		slots[place] = hash;
		return true;
	}

	private void grow() {
		if (this.size >= this.exactLimit) {
			toSketch();
			return;
		}
		long[] larger = new long[2 * this.slots.length];
		for (long hash : this.slots) {
			if (hash != 0) {
				insert(larger, hash);
			}
		}
		this.slots = larger;
	}

	private void toSketch() {
		this.registers = new byte[REGISTERS];
		for (long hash : this.slots) {
			if (hash != 0) {
				sketch(hash);
			}
		}
		if (this.zero) {
			sketch(0);
		}
		this.slots = new long[0];
		this.size = 0;
	}

	private void sketch(long hash) {
		int register = (int) (hash >>> (Long.SIZE - PRECISION));
		int rank = Long.numberOfLeadingZeros((hash << PRECISION) | (1L << (PRECISION - 1))) + 1;
		if (rank > this.registers[register]) {
			this.registers[register] = (byte) rank;
		}
	}

	/** Takes in what another counter has seen. */
	void merge(DistinctCounter other) {
		if (other.isExact()) {
			for (long hash : other.slots) {
				if (hash != 0) {
					add(hash);
				}
			}
			if (other.zero) {
				add(0);
			}
			return;
		}
		if (isExact()) {
			toSketch();
		}
		for (int i = 0; i < REGISTERS; i++) {
			this.registers[i] = (byte) Math.max(this.registers[i], other.registers[i]);
		}
	}

	void write(DataOutputStream output) throws IOException {
		output.writeInt(this.exactLimit);
		output.writeInt(this.registers.length);
		output.write(this.registers);
		output.writeBoolean(this.zero);
		output.writeInt(this.size);
		for (long hash : this.slots) {
			if (hash != 0) {
				output.writeLong(hash);
			}
		}
	}

	static DistinctCounter read(DataInputStream input) throws IOException {
		DistinctCounter counter = new DistinctCounter(input.readInt());
		counter.registers = input.readNBytes(input.readInt());
		boolean zero = input.readBoolean();
		int size = input.readInt();
		if (!counter.isExact()) {
			return counter;
		}
		counter.zero = zero;
		for (int left = size; left > 0; left--) {
			counter.add(input.readLong());
		}
		return counter;
	}

	boolean isExact() {
		return this.registers.length == 0;
	}

	/** Returns how many distinct hashes were seen, estimated unless exact. */
	long count() {
		if (isExact()) {
			return (long) this.size + (this.zero ? 1 : 0);
		}
		double sum = 0;
		int empty = 0;
		for (byte register : this.registers) {
			sum += Math.scalb(1.0, -register);
			empty += (register == 0) ? 1 : 0;
		}
		double estimate = BIAS * REGISTERS * REGISTERS / sum;
		if (estimate <= 2.5 * REGISTERS && empty > 0) {
			estimate = REGISTERS * Math.log((double) REGISTERS / empty);
		}
		return Math.round(estimate);
	}

}
