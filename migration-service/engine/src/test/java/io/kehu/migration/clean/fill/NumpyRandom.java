package io.kehu.migration.clean.fill;

/**
 * The Mersenne Twister (Matsumoto and Nishimura, 1998), drawn from as NumPy's RandomState
 * does.
 */
final class NumpyRandom {

	private static final int SIZE = 624;

	private final int[] state = new int[SIZE];

	private int place = SIZE;

	NumpyRandom(int seed) {
		this.state[0] = seed;
		for (int i = 1; i < SIZE; i++) {
			this.state[i] = 1812433253 * (this.state[i - 1] ^ (this.state[i - 1] >>> 30)) + i;
		}
	}

	private int next() {
		if (this.place == SIZE) {
			for (int i = 0; i < SIZE; i++) {
				int mixed = (this.state[i] & 0x80000000) | (this.state[(i + 1) % SIZE] & 0x7fffffff);
				this.state[i] = this.state[(i + 397) % SIZE] ^ (mixed >>> 1) ^ ((mixed & 1) * 0x9908b0df);
			}
			this.place = 0;
		}
		int drawn = this.state[this.place++];
		drawn ^= drawn >>> 11;
		drawn ^= (drawn << 7) & 0x9d2c5680;
		drawn ^= (drawn << 15) & 0xefc60000;
		return drawn ^ (drawn >>> 18);
	}

	private double nextDouble() {
		long high = (next() & 0xffffffffL) >>> 5;
		long low = (next() & 0xffffffffL) >>> 6;
		return (high * 67108864.0 + low) / 9007199254740992.0;
	}

	static double[][] hideTenth(double[][] columns, int seed) {
		NumpyRandom random = new NumpyRandom(seed);
		double[][] hidden = new double[columns.length][columns[0].length];
		for (int row = 0; row < columns[0].length; row++) {
			for (int column = 0; column < columns.length; column++) {
				hidden[column][row] = (random.nextDouble() < 0.10) ? Double.NaN : columns[column][row];
			}
		}
		return hidden;
	}

}
