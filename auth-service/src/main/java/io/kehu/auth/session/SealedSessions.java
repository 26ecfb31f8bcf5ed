package io.kehu.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.redis.core.BoundHashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.session.UuidSessionIdGenerator;

/**
 * Stores sessions in Redis under a digest of their id, with encrypted attributes: reading
 * Redis shows no session that could be used, and writing to it creates none.
 */
final class SealedSessions implements SessionRepository<SealedSession> {

	private static final Logger logger = LoggerFactory.getLogger(SealedSessions.class);

	private static final String PREFIX = "auth-service:session:";

	private static final String CREATED = "created";

	private static final String SEEN = "seen";

	private static final String ATTRIBUTE = "attribute:";

	private final StringRedisTemplate redis;

	private final SessionCodec codec;

	private final Duration timeout;

	SealedSessions(StringRedisTemplate redis, SessionCodec codec, Duration timeout) {
		this.redis = redis;
		this.codec = codec;
		this.timeout = timeout;
	}

	@Override
	public SealedSession createSession() {
		MapSession values = new MapSession(UuidSessionIdGenerator.getInstance());
		values.setMaxInactiveInterval(this.timeout);
		return new SealedSession(values, null);
	}

	/**
	 * {@inheritDoc}
	 * @throws IllegalStateException if the session has ended in the meantime
	 */
	@Override
	public void save(SealedSession session) {
		String earlier = session.storedId();
		if (earlier != null && !Boolean.TRUE.equals(this.redis.hasKey(key(earlier)))) {
			throw new IllegalStateException("The session has ended");
		}
		String key = key(session.getId());
		Map<String, String> fields = new HashMap<>();
		List<Object> removed = new ArrayList<>();
		fields.put(SEEN, Long.toString(session.getLastAccessedTime().toEpochMilli()));
		fields.put(CREATED, Long.toString(session.getCreationTime().toEpochMilli()));
		session.changes().forEach((name, value) -> {
			if (value != null) {
				fields.put(ATTRIBUTE + name, this.codec.write(key, name, value));
			}
			else {
				removed.add(ATTRIBUTE + name);
			}
		});
		BoundHashOperations<String, String, String> stored = this.redis.boundHashOps(key);
		stored.putAll(fields);
		if (!removed.isEmpty()) {
			stored.delete(removed.toArray());
		}
		stored.expire(session.getMaxInactiveInterval());
		if (earlier != null && !earlier.equals(session.getId())) {
			deleteById(earlier);
		}
		session.stored();
	}

	@Override
	public @Nullable SealedSession findById(String id) {
		String key = key(id);
		Map<String, String> fields = this.redis.<String, String>boundHashOps(key).entries();
		if (fields == null || !fields.containsKey(SEEN) || !fields.containsKey(CREATED)) {
			return null;
		}
		try {
			return read(id, key, fields);
		}
		catch (RuntimeException ex) {
			logger.warn("A session is not as it was stored, and ends", ex);
			this.redis.delete(key);
			return null;
		}
	}

	private SealedSession read(String id, String key, Map<String, String> fields) {
		MapSession values = new MapSession(id);
		values.setCreationTime(time(fields.get(CREATED)));
		values.setLastAccessedTime(time(fields.get(SEEN)));
		values.setMaxInactiveInterval(this.timeout);
		fields.forEach((field, value) -> {
			if (field.startsWith(ATTRIBUTE)) {
				String name = field.substring(ATTRIBUTE.length());
				values.setAttribute(name, this.codec.read(key, name, value));
			}
		});
		return new SealedSession(values, id);
	}

	@Override
	public void deleteById(String id) {
		this.redis.delete(key(id));
	}

	private static Instant time(@Nullable String milliseconds) {
		return Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNull(milliseconds)));
	}

	private static String key(String id) {
		return PREFIX + Sha256.base64UrlOf(id);
	}

}
