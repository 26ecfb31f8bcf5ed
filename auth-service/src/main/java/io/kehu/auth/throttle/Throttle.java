package io.kehu.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

import io.kehu.platform.digest.Sha256;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes each attempt after the first few wait twice as long as the one before, whether
 * what is guessed at exists or not. Without Redis, each instance counts for itself.
 */
@Component
public class Throttle {

	private static final Logger logger = LoggerFactory.getLogger(Throttle.class);

	private static final String PREFIX = "auth-service:throttle:";

	private final SharedCounters shared;

	private final LocalCounters local;

	private final ApplicationEventPublisher events;

	private final MeterRegistry meters;

	Throttle(StringRedisTemplate redis, Clock clock, ApplicationEventPublisher events, MeterRegistry meters) {
		this.shared = new SharedCounters(redis, clock);
		this.local = new LocalCounters(clock);
		this.events = events;
		this.meters = meters;
	}

	/**
	 * Counts an attempt.
	 * @param subject what is guessed at: a user name, an id, an address
	 * @return how long to wait before it may be made, zero when it may be made now
	 */
	public Duration attempt(Guess guess, String subject) {
		String key = key(guess, subject);
		Attempts attempts = count(guess, key);
		if (!attempts.delay().isZero()) {
			this.meters.counter("kehu.auth.throttled", "guess", name(guess)).increment();
		}
		if (attempts.count() == guess.noticed()) {
			logger.warn("{} attempts in a row: {} {}", attempts.count(), name(guess), subject);
			this.events.publishEvent(new GuessingNoticed(guess, subject, attempts.count()));
		}
		return attempts.delay();
	}

	/**
	 * Forgets the attempts, because the last one was right; of those from one address,
	 * where many people may sit, only that one.
	 */
	public void succeeded(Guess guess, String subject) {
		String key = key(guess, subject);
		this.local.succeeded(guess, key);
		try {
			this.shared.succeeded(guess, key);
		}
		catch (DataAccessException | RedisException ex) {
			logger.debug("Attempts stay counted", ex);
		}
	}

	private Attempts count(Guess guess, String key) {
		try {
			return this.shared.attempt(guess, key);
		}
		catch (DataAccessException | RedisException ex) {
			logger.warn("Attempts are counted by this instance alone: {}", ex.toString());
			return this.local.attempt(guess, key);
		}
	}

	private static String name(Guess guess) {
		return guess.name().toLowerCase(Locale.ROOT);
	}

	/** The subject is hashed: it can be long, and what people type there is personal. */
	private static String key(Guess guess, String subject) {
		return PREFIX + name(guess) + ":" + Sha256.base64UrlOf(subject);
	}

}
