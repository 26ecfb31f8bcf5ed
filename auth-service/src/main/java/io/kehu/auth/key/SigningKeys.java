package io.kehu.auth.key;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.kehu.auth.audit.AuditLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The signing keys shared by all instances. They are read again every few seconds; if the
 * database is unavailable, the known keys stay in use.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext>, InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(SigningKeys.class);

	private final SigningKeyRepository repository;

	private final KeyProperties properties;

	private final AuditLog audit;

	private final Clock clock;

	private final ReentrantLock reading = new ReentrantLock();

	private volatile Known known = new Known(List.of(), Instant.EPOCH);

	SigningKeys(SigningKeyRepository repository, KeyProperties properties, AuditLog audit, Clock clock) {
		this.properties = properties;
		this.audit = audit;
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * Reads the keys, and creates the first one of each algorithm in a new system.
	 */
	@Override
	public void afterPropertiesSet() {
		Instant now = this.clock.instant();
		List<SigningKey> published = this.repository.findPublishedAt(now);
		for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
			if (published.stream().noneMatch((key) -> key.algorithm() == algorithm)) {
				this.repository.insert(new SigningKey(algorithm, 1, algorithm.newKey(), now, null), now);
			}
		}
		this.known = new Known(this.repository.findPublishedAt(now), now);
	}

	/**
	 * Rotates the key when it is due. All instances try; the first one succeeds.
	 */
	@Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void replaceWhenDue() {
		for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
			Instant due = newest(algorithm).signsFrom().plus(this.properties.signsFor());
			if (!this.clock.instant().isBefore(due)) {
				replace(algorithm);
			}
		}
	}

	/**
	 * Creates the next key of each algorithm, which signs as soon as everyone has had
	 * time to fetch it, unless one is pending already.
	 * @return the time from which all of them sign
	 */
	public Instant replace() {
		return Stream.of(SigningAlgorithm.values()).map(this::replace).max(Comparator.naturalOrder()).orElseThrow();
	}

	private Instant replace(SigningAlgorithm algorithm) {
		Instant now = this.clock.instant();
		SigningKey newest = newest(algorithm);
		if (newest.signsFrom().isAfter(now)) {
			return newest.signsFrom();
		}
		SigningKey next = new SigningKey(algorithm, newest.generation() + 1, algorithm.newKey(),
				now.plus(this.properties.shownBefore()), null);
		if (this.repository.insert(next, now)) {
			this.repository.expireBefore(algorithm, next.generation(),
					next.signsFrom().plus(this.properties.shownAfter()));
			this.audit.append("key.replaced", null,
					Map.of("keyId", next.key().getKeyID(), "signsFrom", next.signsFrom()));
			logger.info("Signing key {} takes over at {}", next.key().getKeyID(), next.signsFrom());
		}
		this.known = new Known(this.repository.findPublishedAt(now), now);
		return newest(algorithm).signsFrom();
	}

	private SigningKey newest(SigningAlgorithm algorithm) {
		return this.repository.findPublishedAt(this.clock.instant())
			.stream()
			.filter((key) -> key.algorithm() == algorithm)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No signing key for " + algorithm));
	}

	/**
	 * Returns the id of the key that signs now with the algorithm.
	 */
	public String currentKeyId(SigningAlgorithm algorithm) {
		Instant now = this.clock.instant();
		return keys(now).stream()
			.filter((key) -> key.algorithm() == algorithm && key.signsAt(now))
			.findFirst()
			.map((key) -> key.key().getKeyID())
			.orElseThrow(() -> new IllegalStateException("No signing key for " + algorithm));
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		List<JWK> published = keys(this.clock.instant()).stream().<JWK>map(SigningKey::key).toList();
		return selector.select(new JWKSet(published));
	}

	private List<SigningKey> keys(Instant now) {
		if (now.isAfter(this.known.since().plus(KeyProperties.FRESH_FOR)) && this.reading.tryLock()) {
			try {
				this.known = new Known(this.repository.findPublishedAt(now), now);
			}
			catch (DataAccessException ex) {
				logger.warn("The signing keys can't be refreshed; the known ones stay in use", ex);
				this.known = new Known(this.known.keys(), now);
			}
			finally {
				this.reading.unlock();
			}
		}
		return this.known.keys().stream().filter((key) -> key.isPublishedAt(now)).toList();
	}

	/**
	 * The keys and the time at which they were read.
	 */
	private record Known(List<SigningKey> keys, Instant since) {
	}

}
