package io.kehu.gateway.limit;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What one gateway knows about the bucket of one caller: the tokens that it has leased
 * from the shared bucket, and a bucket of its own for the time without Redis.
 */
final class Bucket {

	private static final long LEASED_FOR = TimeUnit.SECONDS.toNanos(1);

	private final Policy policy;

	private int leased;

	private long leasedUntil;

	private long shared;

	private double own;

	private long ownSince;

	Bucket(Policy policy, long now) {
		this.policy = policy;
		this.own = policy.burst();
		this.ownSince = now;
	}

	/**
	 * Takes a token that has been leased.
	 * @return the verdict, or null if there is none
	 */
	synchronized @Nullable Verdict takeLeased(long now) {
		if (this.leased == 0 || now - this.leasedUntil > 0) {
			this.leased = 0;
			return null;
		}
		this.leased--;
		return new Verdict(this.policy, true, this.leased + this.shared);
	}

	/**
	 * Takes a token out of a new lease.
	 * @param taken how many tokens were taken from the shared bucket
	 * @param left how many are left there
	 */
	synchronized Verdict lease(int taken, long left, long now) {
		this.shared = left;
		this.leased += taken;
		this.leasedUntil = now + LEASED_FOR;
		// An outage begins with what was left
		this.own = Math.min(left, this.policy.burst());
		this.ownSince = now;
		Verdict verdict = takeLeased(now);
		return (verdict != null) ? verdict : new Verdict(this.policy, false, 0);
	}

	/** Takes a token from this gateway's own bucket. */
	synchronized Verdict takeOwn(long now) {
		double gained = (now - this.ownSince) / (double) TimeUnit.SECONDS.toNanos(1) * this.policy.rate();
		this.own = Math.min(this.policy.burst(), this.own + gained);
		this.ownSince = now;
		if (this.own < 1) {
			return new Verdict(this.policy, false, 0);
		}
		this.own--;
		return new Verdict(this.policy, true, (long) this.own);
	}

}
