package io.kehu.gateway.session;

import java.time.Instant;

/**
 * A session of a browser.
 *
 * @param userId the id of the user
 * @param csrfToken the value that requests with side effects have to repeat in a header
 * @param endsAt when the session ends at the latest
 * @param tokens the current tokens
 */
record BrowserSession(String userId, String csrfToken, Instant endsAt, Tokens tokens) {

	BrowserSession with(Tokens renewed) {
		return new BrowserSession(this.userId, this.csrfToken, this.endsAt, renewed);
	}

	@Override
	public String toString() {
		return "BrowserSession[userId=" + this.userId + "]";
	}

}
