package io.kehu.gateway;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway treats those before it and those behind it.
 *
 * @param trustedProxies addresses (such as 10.0.0.0/8) of proxies before the gateway
 * whose forwarded headers are believed; those of all others are dropped
 * @param bodyLimit the largest request body, except where a route streams
 * @param stalledAfter how long a client may neither send more of its request nor take
 * more of its answer
 * @param connections connections kept to the instances behind the gateway
 * @param circuit when an instance is no longer asked
 */
@ConfigurationProperties("kehu.gateway")
record EdgeProperties(@DefaultValue List<String> trustedProxies, @DefaultValue("1MB") DataSize bodyLimit,
		@DefaultValue("5m") Duration stalledAfter, @DefaultValue Connections connections,
		@DefaultValue Circuit circuit) {

	/**
	 * Connections kept to the instances behind the gateway.
	 *
	 * @param limit how many to one instance
	 * @param waiting how many requests may wait for one
	 * @param patience how long a request waits for one
	 * @param connectTimeout how long a new one may take
	 * @param idle how long one is kept unused: shorter than the other side keeps it, or a
	 * request would be sent into a connection that is just being closed
	 */
	record Connections(@DefaultValue("500") int limit, @DefaultValue("1000") int waiting,
			@DefaultValue("5s") Duration patience, @DefaultValue("2s") Duration connectTimeout,
			@DefaultValue("10s") Duration idle) {
	}

	/**
	 * When an instance is no longer asked: once half of its latest requests waited in
	 * vain.
	 *
	 * @param window how many of its latest requests count
	 * @param minimum how many there must have been
	 * @param openFor how long it is left alone
	 * @param trials how many requests then try whether it answers again
	 * @param patience how long a client must have waited for its giving up to count; the
	 * gateway's own giving up always counts
	 */
	record Circuit(@DefaultValue("20") int window, @DefaultValue("5") int minimum, @DefaultValue("5s") Duration openFor,
			@DefaultValue("2") int trials, @DefaultValue("5s") Duration patience) {
	}

}
