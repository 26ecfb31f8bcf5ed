package io.kehu.gateway.limit;

/**
 * A limit with its name.
 *
 * @param name the name in the headers of responses
 * @param rate how many tokens a bucket gains per second
 * @param burst how many tokens a bucket holds
 */
record Policy(String name, int rate, int burst) {

	/** At most this share of a bucket is leased to one gateway at once. */
	private static final int SHARES = 50;

	static Policy of(String name, LimitProperties.Limit limit) {
		return new Policy(name, limit.rate(), limit.burst());
	}

	/** Returns the time in which an empty bucket becomes full, in seconds. */
	int window() {
		return (this.burst + this.rate - 1) / this.rate;
	}

	int lease() {
		return Math.max(1, this.burst / SHARES);
	}

}
