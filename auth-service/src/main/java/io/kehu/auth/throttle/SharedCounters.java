package io.kehu.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Counts attempts in Redis, for all instances together. An attempt is counted before it
 * is judged, so that many at the same moment do not all slip through.
 */
class SharedCounters {

	private static final RedisScript<Long> ATTEMPT = RedisScript.of(new ClassPathResource("throttle/attempt.lua"),
			Long.class);

	private static final RedisScript<Long> TAKE_BACK = RedisScript.of(new ClassPathResource("throttle/take-back.lua"),
			Long.class);

	private final StringRedisTemplate redis;

	private final Clock clock;

	SharedCounters(StringRedisTemplate redis, Clock clock) {
		this.redis = redis;
		this.clock = clock;
	}

	Attempts attempt(Guess guess, String key) {
		long answer = this.redis.execute(ATTEMPT, List.of(key), Long.toString(this.clock.millis()),
				Integer.toString(guess.free()), millis(guess.first()), millis(Guess.LONGEST), millis(Guess.KEPT));
		return (answer > 0) ? Attempts.after(Duration.ofMillis(answer)) : Attempts.made(Math.toIntExact(-answer));
	}

	void succeeded(Guess guess, String key) {
		if (guess.isOfMany()) {
			this.redis.execute(TAKE_BACK, List.of(key));
		}
		else {
			this.redis.delete(key);
		}
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

}
