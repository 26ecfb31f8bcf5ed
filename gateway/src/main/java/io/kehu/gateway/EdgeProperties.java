package io.kehu.gateway;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits and time-outs of the gateway, towards clients and towards instances.
 *
 * @param trustedProxies addresses (such as 10.0.0.0/8) of proxies in front of the gateway
 * whose forwarded headers are trusted; those from other peers are dropped
 * @param bodies limits of request bodies, except on routes that stream
 * @param streams limits of routes that stream
 * @param stalledAfter how long a client may neither send more of its request nor read
 * more of its response
 * @param connections the connection pool towards the instances
 * @param circuit when an instance stops receiving requests
 * @param allowedOrigins the origins, such as https://shop.example.org, whose pages may
 * call the APIs; none by default
 */
@ConfigurationProperties("kehu.gateway")
record EdgeProperties(@DefaultValue List<String> trustedProxies, @DefaultValue Bodies bodies,
		@DefaultValue Streams streams, @DefaultValue("5m") Duration stalledAfter, @DefaultValue Connections connections,
		@DefaultValue Circuit circuit, @DefaultValue List<String> allowedOrigins) {

	/**
	 * Limits of request bodies.
	 *
	 * @param limit the maximum size
	 * @param openLimit the maximum size on routes that need no token
	 * @param grace the time in which even a slow client may send a body
	 * @param leastRate the rate per second at which longer bodies have to arrive after
	 * that
	 * @param perPeer the maximum number of unfinished bodies of one client address
	 * @param total the maximum number of unfinished bodies
	 * @param memoryPerPeer the maximum size of all bodies of one client address that are
	 * unfinished or not yet forwarded
	 * @param memory the maximum size of all bodies that are unfinished or not yet
	 * forwarded, at most half of the heap
	 */
	record Bodies(@DefaultValue("1MB") DataSize limit, @DefaultValue("64KB") DataSize openLimit,
			@DefaultValue("5s") Duration grace, @DefaultValue("8KB") DataSize leastRate,
			@DefaultValue("100") int perPeer, @DefaultValue("2000") int total,
			@DefaultValue("8MB") DataSize memoryPerPeer, @DefaultValue("32MB") DataSize memory) {
	}

	/**
	 * Limits of streams, each of which occupies a connection to an instance.
	 *
	 * @param perCaller the maximum number of open streams of one caller
	 * @param perService the maximum number of open streams to one service; less than the
	 * connections to one instance
	 */
	record Streams(@DefaultValue("100") int perCaller, @DefaultValue("400") int perService) {
	}

	/**
	 * The connection pool towards the instances.
	 *
	 * @param limit the maximum number of connections to one instance
	 * @param waiting the maximum number of requests that wait for a connection
	 * @param acquireTimeout how long a request waits for a connection
	 * @param connectTimeout the time limit for establishing a connection
	 * @param idle how long an unused connection is kept; shorter than the instances keep
	 * it, since a request might otherwise be sent on a connection that is being closed
	 */
	record Connections(@DefaultValue("500") int limit, @DefaultValue("1000") int waiting,
			@DefaultValue("5s") Duration acquireTimeout, @DefaultValue("2s") Duration connectTimeout,
			@DefaultValue("10s") Duration idle) {
	}

	/**
	 * When an instance stops receiving requests: once half of its latest requests have
	 * timed out.
	 *
	 * @param window how many of its latest requests are considered
	 * @param minimum how many requests are required before the circuit can open
	 * @param openFor how long the circuit stays open
	 * @param trials how many trial requests are then permitted
	 * @param slowAfter how long a client has to wait before its disconnecting counts as a
	 * failure; the gateway's own time-outs always count
	 */
	record Circuit(@DefaultValue("20") int window, @DefaultValue("5") int minimum, @DefaultValue("5s") Duration openFor,
			@DefaultValue("2") int trials, @DefaultValue("5s") Duration slowAfter) {
	}

}
