package io.kehu.migration.table;

/**
 * Hashes that are the same on every machine and in every run.
 */
public final class Hashes {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private Hashes() {
	}

	/** Returns 64 bits of a text. */
	public static long of(CharSequence text) {
		long hash = GOLDEN ^ text.length();
		for (int i = 0; i < text.length(); i++) {
			hash = (hash ^ text.charAt(i)) * GOLDEN;
			hash ^= hash >>> 32;
		}
		return mix(hash);
	}

	/** Returns a sequence of hashes as one; the order counts. */
	public static long combine(long former, long next) {
		return mix(former * 31 + next);
	}

	/**
	 * Spreads a number over all 64 bits (the finalizer of SplitMix64, Steele et al.
	 * 2014).
	 */
	public static long mix(long value) {
		long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}
