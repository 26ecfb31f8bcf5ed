package io.kehu.gateway.limit;

/**
 * Whether a request is within a limit.
 *
 * @param policy the limit
 * @param granted whether it is
 * @param remaining how many more are
 */
record Verdict(Policy policy, boolean granted, long remaining) {

	/** Returns the policy as an item of the header {@code RateLimit-Policy}. */
	String policyItem() {
		return "\"%s\";q=%d;w=%d".formatted(this.policy.name(), this.policy.burst(), this.policy.window());
	}

	/** Returns the state as an item of the header {@code RateLimit}. */
	String stateItem() {
		return "\"" + this.policy.name() + "\";r=" + this.remaining + ";t=" + secondsUntilFull();
	}

	private long secondsUntilFull() {
		long missing = Math.max(0, this.policy.burst() - this.remaining);
		return (missing + this.policy.rate() - 1) / this.policy.rate();
	}

}
