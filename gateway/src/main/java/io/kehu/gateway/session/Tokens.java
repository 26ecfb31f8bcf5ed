package io.kehu.gateway.session;

import java.time.Duration;
import java.time.Instant;

/**
 * The tokens of a session.
 *
 * @param access the access token
 * @param accessEndsAt when the access token expires
 * @param refresh the refresh token, which can be used once
 */
record Tokens(String access, Instant accessEndsAt, String refresh) {

	boolean endWithin(Duration time, Instant now) {
		return this.accessEndsAt.isBefore(now.plus(time));
	}

	@Override
	public String toString() {
		return "Tokens[***]";
	}

}
