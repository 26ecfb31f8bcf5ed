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
 * Doubles the delay with each attempt after the first few, whether the subject exists or
 * not. Without Redis, each instance counts by itself.
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
	 * @param subject the guessed subject: a user name, an id or an address
	 * @return the time until the attempt is allowed; zero if it is allowed now
	 */
	public Duration attempt(Guess guess, String subject) {
		String key = key(guess, subject);
		Attempts attempts = count(guess, key);
		if (!attempts.delay().isZero()) {
			this.meters.counter("kehu.auth.throttled", "guess", name(guess)).increment();
		}
		if (attempts.count() == guess.noticed()) {
			logger.warn("{} attempts in a row: {} {}", attempts.count(), name(guess), printable(subject));
			this.events.publishEvent(new GuessingNoticed(guess, subject, attempts.count()));
		}
		return attempts.delay();
	}

	/**
	 * Returns the attempts so far without counting one, for credentials that are usually
	 * right and are presented by many requests at a time: those count failures only.
	 */
	public Attempts known(Guess guess, String subject) {
		String key = key(guess, subject);
		try {
			return this.shared.known(key);
		}
		catch (DataAccessException | RedisException ex) {
			logger.debug("Attempts are looked up in this instance only", ex);
			return this.local.known(key);
		}
	}

	/**
	 * Resets the attempts after a success. For an address, which many users may share,
	 * only the last attempt is removed.
	 */
	public void succeeded(Guess guess, String subject) {
		String key = key(guess, subject);
		this.local.succeeded(guess, key);
		try {
			this.shared.succeeded(guess, key);
		}
		catch (DataAccessException | RedisException ex) {
			logger.debug("Attempts couldn't be reset", ex);
		}
	}

	private Attempts count(Guess guess, String key) {
		try {
			return this.shared.attempt(guess, key);
		}
		catch (DataAccessException | RedisException ex) {
			logger.warn("Attempts are counted by this instance only: {}", ex.toString());
			return this.local.attempt(guess, key);
		}
	}

	/** Keeps typed text from forging log lines. */
	private static String printable(String subject) {
		return subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
	}

	private static String name(Guess guess) {
		return guess.name().toLowerCase(Locale.ROOT);
	}

	/** Hashes the subject, which can be long and is personal data. */
	private static String key(Guess guess, String subject) {
		return PREFIX + name(guess) + ":" + Sha256.base64UrlOf(subject);
	}

}
