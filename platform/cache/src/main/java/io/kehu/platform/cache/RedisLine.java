package io.kehu.platform.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection for commands, with the cache's scripts loaded.
 */
final class RedisLine {

	private final StatefulRedisConnection<String, String> connection;

	private final long timeout;

	private final Map<Script, String> digests = new EnumMap<>(Script.class);

	/**
	 * Loads the scripts.
	 * @throws RedisException when Redis does not answer
	 */
	RedisLine(StatefulRedisConnection<String, String> connection, Duration timeout) {
		this.connection = connection;
		this.timeout = timeout.toNanos();
		for (Script script : Script.values()) {
			this.digests.put(script, connection.sync().scriptLoad(script.text));
		}
	}

	RedisFuture<List<Object>> run(Script script, List<String> keys, List<String> arguments) {
		return this.connection.async()
			.evalsha(this.digests.get(script), ScriptOutputType.MULTI, keys.toArray(String[]::new),
					arguments.toArray(String[]::new));
	}

	/** Returns the values of the keys, null for a key that does not exist. */
	List<@Nullable String> values(String... keys) {
		List<@Nullable String> values = new ArrayList<>();
		await(this.connection.async().mget(keys)).forEach((found) -> values.add(found.getValueOrElse(null)));
		return values;
	}

	CompletionStage<Long> publish(String channel, String message) {
		return this.connection.async().publish(channel, message);
	}

	void remove(String set, String member) {
		await(this.connection.async().srem(set, member));
	}

	/**
	 * Waits for a reply.
	 * @throws RedisException when none comes in time
	 */
	<T> T await(Future<T> reply) {
		try {
			try {
				return Uninterruptibly.get(reply, this.timeout - this.timeout / 4);
			}
			catch (TimeoutException ex) {
				// A pause of this process looks the same: take the reply that lies
				// waiting
				return Uninterruptibly.get(reply, this.timeout / 4);
			}
		}
		catch (TimeoutException ex) {
			throw new RedisException("No reply in time", ex);
		}
		catch (ExecutionException ex) {
			throw new RedisException(ex.getCause());
		}
	}

	static List<String> strings(List<Object> values) {
		return values.stream().map(String.class::cast).toList();
	}

	/** What runs inside Redis, so that it cannot be torn apart. */
	enum Script {

		/** Enters a session, and starts a new epoch where needed. */
		JOIN,

		/** Shows that a session is alive. */
		BEAT,

		/** Keeps what a reader has loaded. */
		PUT,

		/** Stores what was written and tells every session. */
		WRITE;

		private final String text;

		Script() {
			String name = "/cache/" + name().toLowerCase(Locale.ROOT) + ".lua";
			try (InputStream script = RedisLine.class.getResourceAsStream(name)) {
				if (script == null) {
					throw new IllegalStateException("No script " + name);
				}
				this.text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
