package io.kehu.migration.matching.exact;

/**
 * One of several ranges of digests, of the same width, so that instances divide keys
 * among them: equal keys are in the same range.
 *
 * @param number which range, from 0 for the lowest digests
 * @param count how many ranges there are
 */
public record KeyRange(int number, int count) {

	public KeyRange {
		if (number < 0 || number >= count) {
			throw new IllegalArgumentException("There is no range %d of %d".formatted(number, count));
		}
	}

	/**
	 * Returns whether a digest is in the range, by its first four bytes.
	 * @param digest of evenly spread bits, as those of SHA-256 are
	 */
	public boolean holds(byte[] digest) {
		long start = 0;
		for (int i = 0; i < Integer.BYTES; i++) {
			start = (start << Byte.SIZE) | (digest[i] & 0xFF);
		}
		return (start * this.count) >>> Integer.SIZE == this.number;
	}

}
