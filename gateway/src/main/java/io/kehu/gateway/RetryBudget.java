package io.kehu.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the additional load by retries to a tenth of the requests. Each request earns a
 * tenth of a retry; some are saved for times with few requests.
 */
final class RetryBudget {

	private static final long REQUEST = 1;

	private static final long RETRY = 10;

	private static final long MOST = 50 * RETRY;

	private final AtomicLong saved = new AtomicLong(10 * RETRY);

	/** Notes a request. */
	void earn() {
		if (this.saved.get() < MOST) {
			this.saved.addAndGet(REQUEST);
		}
	}

	/** Returns whether a retry is possible, which is then spent. */
	boolean spend() {
		long before = this.saved.getAndUpdate((saved) -> (saved >= RETRY) ? saved - RETRY : saved);
		return before >= RETRY;
	}

}
