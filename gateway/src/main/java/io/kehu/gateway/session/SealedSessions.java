package io.kehu.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Stores sessions in Redis under a digest of their id, as encrypted JSON: reading Redis
 * reveals no session that could be used, and writing to it creates none.
 */
final class SealedSessions {

	private static final Logger logger = LoggerFactory.getLogger(SealedSessions.class);

	private static final String SESSION = "gateway:session:";

	private static final String OF_USER = "gateway:sessions-of:";

	private static final String LOCK = "gateway:session-refresh:";

	/** Longer than a refresh can take. */
	private static final Duration LOCKED_FOR = Duration.ofSeconds(15);

	/** Only the holder of a lock removes it. */
	private static final RedisScript<Long> UNLOCK = RedisScript
		.of("return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1]) or 0", Long.class);

	private final ReactiveStringRedisTemplate redis;

	private final SessionSeal seal;

	private final JsonMapper json;

	private final SessionProperties limits;

	private final Clock clock;

	SealedSessions(ReactiveStringRedisTemplate redis, SessionSeal seal, JsonMapper json, SessionProperties limits,
			Clock clock) {
		this.redis = redis;
		this.seal = seal;
		this.json = json;
		this.limits = limits;
		this.clock = clock;
	}

	/**
	 * Adds a session. If the user has too many, the oldest ones end.
	 */
	Mono<Void> add(String id, BrowserSession session) {
		String digest = Sha256.base64UrlOf(id);
		String all = OF_USER + session.userId();
		return available(this.redis.opsForValue()
			.set(SESSION + digest, write(id, session), this.limits.idle())
			.then(forgetEnded(all))
			.then(this.redis.opsForZSet().add(all, digest, (double) this.clock.millis()))
			.then(this.redis.expire(all, this.limits.age()))
			.then(endOldest(all)));
	}

	private Mono<Void> forgetEnded(String all) {
		return this.redis.opsForZSet()
			.range(all, Range.unbounded())
			.filterWhen((digest) -> this.redis.hasKey(SESSION + digest).map((present) -> !present))
			.flatMap((ended) -> this.redis.opsForZSet().remove(all, ended))
			.then();
	}

	private Mono<Void> endOldest(String all) {
		return this.redis.opsForZSet()
			.size(all)
			.flatMapMany((size) -> (size > this.limits.perUser())
					? this.redis.opsForZSet().popMin(all, size - this.limits.perUser()) : Flux.empty())
			.flatMap((oldest) -> this.redis.delete(SESSION + oldest.getValue()))
			.then();
	}

	/**
	 * Finds a session and prolongs it.
	 */
	Mono<BrowserSession> find(String id) {
		return available(this.redis.opsForValue()
			.getAndExpire(SESSION + Sha256.base64UrlOf(id), this.limits.idle())
			.mapNotNull((text) -> read(id, text))
			.filter((session) -> session.endsAt().isAfter(this.clock.instant())));
	}

	/**
	 * Replaces a session unless it has ended in the meantime.
	 * @return whether it has been replaced
	 */
	Mono<Boolean> replace(String id, BrowserSession session) {
		return available(this.redis.opsForValue()
			.setIfPresent(SESSION + Sha256.base64UrlOf(id), write(id, session), this.limits.idle()));
	}

	Mono<Void> remove(String id) {
		return available(this.redis.delete(SESSION + Sha256.base64UrlOf(id)).then());
	}

	/**
	 * Begins a refresh of a session's tokens.
	 * @param holder a value that no other refresh has
	 * @return whether no other gateway is refreshing them
	 */
	Mono<Boolean> lock(String id, String holder) {
		return available(this.redis.opsForValue().setIfAbsent(LOCK + Sha256.base64UrlOf(id), holder, LOCKED_FOR));
	}

	Mono<Void> unlock(String id, String holder) {
		return available(this.redis.execute(UNLOCK, List.of(LOCK + Sha256.base64UrlOf(id)), List.of(holder)).then());
	}

	private String write(String id, BrowserSession session) {
		return this.seal.seal(SESSION + id, this.json.writeValueAsBytes(session));
	}

	private @Nullable BrowserSession read(String id, String text) {
		byte[] opened = this.seal.open(SESSION + id, text);
		if (opened == null) {
			logger.warn("A session is not as it was stored, and is ignored");
			return null;
		}
		return this.json.readValue(opened, BrowserSession.class);
	}

	private static <T> Mono<T> available(Mono<T> result) {
		return result.onErrorMap((failure) -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
				"Sessions are currently not available.", failure));
	}

}
