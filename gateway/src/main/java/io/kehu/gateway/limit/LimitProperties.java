package io.kehu.gateway.limit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How many requests callers can send. A limit that is not set does not exist.
 *
 * @param user the limit of one user, over all clients
 * @param client the limit of one client, over all its users
 * @param clients the limits of certain clients, by their id, in place of {@code client}
 * @param address the limit of one client address, where no token is needed
 * @param routes further limits of one caller by the id of a route, such as
 * {@code order-service}
 * @param concurrent how many requests to one service can be under way; fewer than the
 * gateway has connections to it
 */
@ConfigurationProperties("kehu.gateway.limits")
record LimitProperties(@Nullable Limit user, @Nullable Limit client, @DefaultValue Map<String, Limit> clients,
		@Nullable Limit address, @DefaultValue Map<String, Limit> routes, @DefaultValue("400") int concurrent) {

	/**
	 * A limit.
	 *
	 * @param rate how many requests per second
	 * @param burst how many at once
	 */
	record Limit(int rate, int burst) {

		Limit {
			Assert.isTrue(rate > 0 && burst > 0, "kehu.gateway.limits: rate and burst must be positive");
		}

	}

}
