package io.kehu.auth.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Counts attempts in Redis across all instances. An attempt is counted before it is
 * judged, so that concurrent ones don't slip through.
 */
class SharedCounters {

	private static final RedisScript<Long> ATTEMPT = RedisScript.of(new ClassPathResource("throttle/attempt.lua"),
			Long.class);

	private static final RedisScript<Long> UNDO = RedisScript.of(new ClassPathResource("throttle/undo.lua"),
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

	/** Returns the attempts so far without counting one. */
	Attempts known(String key) {
		List<Object> stored = this.redis.opsForHash().multiGet(key, List.of("attempts", "due"));
		long due = (stored.get(1) instanceof String text) ? Long.parseLong(text) : 0;
		int count = (stored.get(0) instanceof String text) ? Integer.parseInt(text) : 0;
		return new Attempts(Duration.ofMillis(Math.max(0, due - this.clock.millis())), count);
	}

	void succeeded(Guess guess, String key) {
		if (guess.isOfMany()) {
			this.redis.execute(UNDO, List.of(key));
		}
		else {
			this.redis.delete(key);
		}
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

}
