package io.kehu.gateway.session;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Limits of the sessions of browsers.
 *
 * @param clientSecret the secret of the client {@code kehu-gateway}, which obtains the
 * tokens, and from which the keys of stored sessions are derived
 * @param idle how long a session lasts without a request
 * @param age how long a session lasts in any case; refresh tokens end after 12 hours
 * @param perUser how many sessions a user can have; the oldest one ends
 */
@ConditionalOnProperty("kehu.gateway.sessions.client-secret")
@ConfigurationProperties("kehu.gateway.sessions")
record SessionProperties(String clientSecret, @DefaultValue("1h") Duration idle, @DefaultValue("12h") Duration age,
		@DefaultValue("10") int perUser) {

	private static final int SHORTEST_SECRET = 24;

	SessionProperties {
		Assert.isTrue(clientSecret.length() >= SHORTEST_SECRET,
				"kehu.gateway.sessions.client-secret must be random and have at least 24 characters");
		Assert.isTrue(perUser > 0, "kehu.gateway.sessions.per-user must be positive");
	}

	@Override
	public String toString() {
		return "SessionProperties[clientSecret=***]";
	}

}
