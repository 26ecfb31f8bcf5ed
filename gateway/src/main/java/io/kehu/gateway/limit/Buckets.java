package io.kehu.gateway.limit;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The token buckets of all callers, in Redis. A gateway leases a fiftieth of a bucket at
 * once, for a second, so that most requests need no call.
 * <p>
 * While Redis does not answer, each gateway counts for itself: a caller can then send the
 * limit to each gateway.
 */
final class Buckets {

	private static final Logger logger = LoggerFactory.getLogger(Buckets.class);

	private static final int MOST_KNOWN = 20_000;

	private static final Duration PATIENCE = Duration.ofMillis(250);

	private static final long RETRY_AFTER_NANOS = Duration.ofSeconds(1).toNanos();

	@SuppressWarnings("rawtypes")
	private static final RedisScript<List> TAKE = RedisScript.of(new ClassPathResource("limit/take.lua"), List.class);

	private final Cache<String, Bucket> known = Caffeine.newBuilder()
		.maximumSize(MOST_KNOWN)
		.expireAfterAccess(Duration.ofMinutes(10))
		.build();

	private final ReactiveStringRedisTemplate redis;

	private final LongSupplier nanoseconds;

	private volatile @Nullable Long downUntil;

	Buckets(ReactiveStringRedisTemplate redis, LongSupplier nanoseconds) {
		this.redis = redis;
		this.nanoseconds = nanoseconds;
	}

	/**
	 * Takes a token from the bucket of a caller.
	 * @param caller whose bucket it is
	 */
	Mono<Verdict> take(Policy policy, String caller) {
		String name = policy.name() + ":" + caller;
		long now = this.nanoseconds.getAsLong();
		Bucket bucket = this.known.get(name, (key) -> new Bucket(policy, now));
		Verdict leased = bucket.takeLeased(now);
		if (leased != null) {
			return Mono.just(leased);
		}
		Long down = this.downUntil;
		if (down != null && now - down < 0) {
			return Mono.just(bucket.takeOwn(now));
		}
		return lease(policy, name).map((answer) -> {
			recovered();
			return bucket.lease(answer.get(0).intValue(), answer.get(1), this.nanoseconds.getAsLong());
		}).onErrorResume((failure) -> {
			failed(failure);
			return Mono.just(bucket.takeOwn(this.nanoseconds.getAsLong()));
		});
	}

	@SuppressWarnings("unchecked")
	private Mono<List<Long>> lease(Policy policy, String name) {
		return this.redis
			.execute(TAKE, List.of("gateway:limit:" + Sha256.base64UrlOf(name)),
					List.of(Integer.toString(policy.burst()), Integer.toString(policy.rate()),
							Integer.toString(policy.lease())))
			.next()
			.map((answer) -> (List<Long>) answer)
			.timeout(PATIENCE);
	}

	private void failed(Throwable failure) {
		if (this.downUntil == null) {
			logger.warn("Redis does not answer: this gateway counts requests for itself", failure);
		}
		this.downUntil = this.nanoseconds.getAsLong() + RETRY_AFTER_NANOS;
	}

	private void recovered() {
		if (this.downUntil != null) {
			logger.info("Redis answers again: requests are counted for all gateways together");
			this.downUntil = null;
		}
	}

}
