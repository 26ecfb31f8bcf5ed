package io.kehu.platform.cache.model;

/**
 * Small numbers side by side in one {@code long}, so that millions of situations can be
 * remembered and compared.
 */
final class Packed {

	private long bits;

	private int used;

	Packed add(boolean value) {
		return add(value ? 1 : 0, 1);
	}

	/**
	 * Appends a number.
	 * @param value the number, not negative
	 * @param width the bits kept for it
	 * @return this instance
	 * @throws IllegalStateException if it doesn't fit
	 */
	Packed add(int value, int width) {
		if (value < 0 || value >= 1 << width || this.used + width > Long.SIZE) {
			throw new IllegalStateException("%d doesn't fit into %d bits after %d".formatted(value, width, this.used));
		}
		this.bits |= (long) value << this.used;
		this.used += width;
		return this;
	}

	long bits() {
		return this.bits;
	}

}
