package io.kehu.platform.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.kehu.platform.cache.Acknowledgements.Expected;
import io.kehu.platform.cache.RedisLine.Script;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import org.jspecify.annotations.Nullable;

/**
 * One life of this instance's connections to one Redis process. It ends with the first
 * failure, so that what is certain of it stays certain.
 */
final class RedisSession {

	private static final int CHUNK = 500;

	private static final int SERVER_LENGTH = 8;

	private final String id = UUID.randomUUID().toString();

	private final CacheKeys keys;

	private final CacheProperties properties;

	private final LocalCaches caches;

	private final StatefulRedisConnection<String, String> commands;

	private final StatefulRedisPubSubConnection<String, String> messages;

	private final RedisLine line;

	private final RedisSubscription subscription;

	/** In how many beats in a row a session has been found without a listener. */
	private final Map<String, Integer> silent = new HashMap<>();

	private volatile String server = "";

	private volatile String epoch = "";

	/**
	 * Connects and subscribes.
	 * @throws RedisException when Redis cannot be reached
	 */
	RedisSession(RedisConnector connector, CacheKeys keys, CacheProperties properties, LocalCaches caches) {
		this.keys = keys;
		this.properties = properties;
		this.caches = caches;
		this.commands = connector.connect();
		try {
			this.messages = connector.connectPubSub();
		}
		catch (RedisException ex) {
			this.commands.close();
			throw ex;
		}
		try {
			this.line = new RedisLine(this.commands, properties.commandTimeout());
			this.subscription = new RedisSubscription(this.id, keys, caches, this.line, properties.lease());
			this.messages.addListener(this.subscription);
			this.messages.sync().subscribe(keys.session(this.id));
			this.messages.sync().subscribe(keys.changes());
		}
		catch (RedisException ex) {
			close();
			throw ex;
		}
	}

	String id() {
		return this.id;
	}

	/** Returns the epoch that this session has seen last. */
	String epoch() {
		return this.epoch;
	}

	boolean isOpen() {
		return this.commands.isOpen() && this.messages.isOpen();
	}

	/**
	 * Returns whether what this instance keeps is as new as the last write answered
	 * anywhere.
	 */
	boolean leased() {
		return this.subscription.leased();
	}

	long heardAt() {
		return this.subscription.heardAt();
	}

	void onDisconnect(Consumer<RedisSession> action) {
		RedisConnectionStateListener listener = new RedisConnectionStateListener() {

			@Override
			public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
				action.accept(RedisSession.this);
			}

		};
		this.commands.addListener(listener);
		this.messages.addListener(listener);
	}

	/**
	 * Makes this session known to the others.
	 * @param newEpoch whether what has been cached until now may be outdated
	 * @param former ended sessions of this instance
	 * @return whether a new epoch has begun
	 */
	boolean join(boolean newEpoch, Collection<String> former) {
		try (Expected answers = this.subscription.acknowledgements().expect()) {
			List<String> result = RedisLine.strings(this.line.await(join(newEpoch, former, answers.sequence())));
			this.epoch = result.get(0);
			this.server = this.epoch.substring(0, SERVER_LENGTH);
			boolean begun = "1".equals(result.get(1));
			if (begun) {
				answers.await(others(result.subList(2, result.size())), this.properties.lease().toNanos());
			}
			return begun;
		}
	}

	private RedisFuture<List<Object>> join(boolean newEpoch, Collection<String> former, long sequence) {
		List<String> arguments = new ArrayList<>();
		arguments.add(this.id);
		arguments.add(newEpoch ? "1" : "0");
		arguments.add(newName());
		arguments.add(this.keys.changes());
		arguments.add(new CacheMessage.NewEpoch(this.id, sequence).text());
		arguments.add(this.keys.sessionPrefix());
		arguments.addAll(former);
		return this.line.run(Script.JOIN, List.of(this.keys.epoch(), this.keys.sessions()), arguments);
	}

	/** Sends a beat, and ends the sessions that died without taking leave. */
	void beat() {
		this.line
			.run(Script.BEAT, List.of(this.keys.epoch(), this.keys.sessions()),
					List.of(this.id, this.keys.session(this.id), new CacheMessage.Beat(System.nanoTime()).text(),
							this.server + newName(), this.keys.sessionPrefix()))
			.thenAccept((unheard) -> endSilent(RedisLine.strings(unheard)));
	}

	private synchronized void endSilent(List<String> unheard) {
		this.silent.keySet().retainAll(unheard);
		unheard.forEach((session) -> this.silent.merge(session, 1, Integer::sum));
		// Not before its lease has run out: until then the writes have to wait for it
		List<String> dead = this.silent.entrySet()
			.stream()
			.filter((session) -> session.getValue() > RedisSessions.BEATS_IN_LEASE)
			.map(Map.Entry::getKey)
			.toList();
		if (!dead.isEmpty()) {
			join(false, dead, 0).exceptionally((failure) -> List.of());
		}
	}

	/** Returns what Redis holds under a key and in which epoch that is. */
	Stored read(String key) {
		List<@Nullable String> values = this.line.values(this.keys.epoch(), key);
		String current = values.get(0);
		if (current != null) {
			this.epoch = current;
		}
		return new Stored(current, values.get(1));
	}

	/**
	 * Keeps what a reader has loaded, unless something newer is there.
	 * @throws RedisException when Redis does not answer
	 */
	void put(String key, String epoch, SharedEntry entry, String payload) {
		this.line.await(this.line.run(Script.PUT, List.of(this.keys.epoch(), key),
				List.of(epoch, number(entry.version()), number(timeToLive(entry.kind()).toMillis()), payload)));
	}

	/**
	 * Stores what was written and waits until every instance has dropped what is older.
	 * @return whether all of them said so in time; those that did not have lost their
	 * lease by then
	 * @throws RedisException when it is uncertain whether Redis knows of the writes
	 */
	boolean write(List<CacheWrite> changes) {
		List<Expected> expected = new ArrayList<>();
		List<RedisFuture<List<Object>>> results = new ArrayList<>();
		try {
			for (int from = 0; from < changes.size(); from += CHUNK) {
				Expected answers = this.subscription.acknowledgements().expect();
				expected.add(answers);
				results.add(write(changes.subList(from, Math.min(from + CHUNK, changes.size())), answers.sequence()));
			}
			List<List<String>> sessions = new ArrayList<>();
			for (RedisFuture<List<Object>> result : results) {
				sessions.add(others(RedisLine.strings(this.line.await(result))));
			}
			changes.forEach((change) -> this.caches.drop(change.written()));
			long end = System.nanoTime() + this.properties.lease().toNanos();
			boolean complete = true;
			for (int chunk = 0; chunk < sessions.size(); chunk++) {
				complete &= expected.get(chunk).await(sessions.get(chunk), end - System.nanoTime());
			}
			return complete;
		}
		finally {
			expected.forEach(Expected::close);
		}
	}

	private RedisFuture<List<Object>> write(List<CacheWrite> changes, long sequence) {
		List<String> names = new ArrayList<>(List.of(this.keys.epoch(), this.keys.sessions()));
		List<String> arguments = new ArrayList<>();
		arguments.add(this.keys.changes());
		arguments.add(
				new CacheMessage.Changes(this.id, sequence, changes.stream().map(CacheWrite::written).toList()).text());
		arguments.add(number(timeToLive(SharedEntry.Kind.UNKNOWN).toMillis()));
		for (CacheWrite change : changes) {
			names.add(this.keys.entry(change.written().cache(), change.written().id()));
			arguments.add(number(change.written().version()));
			arguments.add(number(timeToLive(change.kind()).toMillis()));
			arguments.add(change.payload());
			arguments.add(change.epoch());
		}
		return this.line.run(Script.WRITE, names, arguments);
	}

	private Duration timeToLive(SharedEntry.Kind kind) {
		return switch (kind) {
			case KNOWN -> this.properties.redisTtl();
			case GONE -> this.properties.redisTtl().dividedBy(10);
			case UNKNOWN -> this.properties.lease().multipliedBy(20);
		};
	}

	/** Takes leave, so that the others need not suspect a failure, and closes. */
	void leave() {
		try {
			this.line.remove(this.keys.sessions(), this.id);
		}
		finally {
			this.line.await(close().toCompletableFuture());
		}
	}

	/** Begins to close, without waiting: the other side may be dead. */
	CompletionStage<Void> close() {
		return CompletableFuture.allOf(this.messages.closeAsync(), this.commands.closeAsync());
	}

	private List<String> others(List<String> sessions) {
		return sessions.stream().filter((session) -> !session.equals(this.id)).toList();
	}

	private static String newName() {
		return UUID.randomUUID().toString().substring(0, 8);
	}

	private static String number(long number) {
		return Long.toString(number);
	}

	/**
	 * What Redis holds under a key.
	 *
	 * @param epoch the current epoch, or null where none has begun
	 * @param entry the entry, or null where there is none
	 */
	record Stored(@Nullable String epoch, @Nullable String entry) {
	}

}
