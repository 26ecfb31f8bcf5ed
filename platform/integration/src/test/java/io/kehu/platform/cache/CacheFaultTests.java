package io.kehu.platform.cache;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.cache.CacheInstance.Item;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the cache does when Redis or an instance fails: it gets slower, never wrong. The
 * tests mostly wait, each with a Redis of its own, and so run side by side.
 */
class CacheFaultTests {

	private final UUID id = UUID.randomUUID();

	private final AtomicInteger queries = new AtomicInteger();

	private final ClientResources resources = DefaultClientResources.create();

	private RedisServer redis;

	private CacheInstance first;

	private CacheInstance second;

	private volatile Item row = new Item(this.id, 1, "Ink");

	@BeforeEach
	void start() {
		this.redis = new RedisServer(ServerSettings.forTests());
		this.redis.start();
		this.first = new CacheInstance(this.redis.port(), this.resources);
		this.second = new CacheInstance(this.redis.port(), this.resources);
	}

	@AfterEach
	void stop() {
		this.first.close();
		this.second.close();
		this.redis.close();
		this.resources.shutdown();
	}

	private void ready() {
		this.first.ready();
		this.second.ready();
	}

	private Item read(CacheInstance instance) {
		return instance.cache.get(this.id, () -> {
			this.queries.incrementAndGet();
			return Optional.of(new Versioned<>(this.row.version(), this.row));
		}).orElseThrow();
	}

	private void update(CacheInstance instance) {
		this.row = new Item(this.id, this.row.version() + 1, "Ink");
		instance.cache.changed(this.id, this.row.version(), this.row);
	}

	private void assertEverywhereNewest() {
		assertThat(read(this.first)).isEqualTo(this.row);
		assertThat(read(this.second)).isEqualTo(this.row);
	}

	/** Waits until reading costs no query, and checks each read on the way. */
	private void assertCachedAgain() {
		ready();
		assertEverywhereNewest();
		int before = this.queries.get();
		assertEverywhereNewest();
		assertThat(this.queries).hasValue(before);
	}

	@Test
	void startsAndWorksWithoutRedis() {
		this.redis.kill();
		try (CacheInstance lonely = new CacheInstance(this.redis.port(), this.resources)) {
			assertThat(read(lonely)).isEqualTo(this.row);
			update(lonely);
			assertThat(read(lonely)).isEqualTo(this.row);
			assertThat(this.queries).hasValue(2);
			this.redis.start();
			lonely.ready();
			read(lonely);
			read(lonely);
			assertThat(this.queries).hasValue(3);
		}
	}

	@Test
	void stoppedRedisThatComesBackEmpty() {
		ready();
		assertEverywhereNewest();
		this.redis.kill();
		update(this.first);
		assertEverywhereNewest();
		update(this.second);
		assertEverywhereNewest();
		this.redis.start();
		assertEverywhereNewest();
		assertCachedAgain();
	}

	@Test
	void restartedRedisThatComesBackWithOldContent() {
		ready();
		assertEverywhereNewest();
		try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.redis.port());
				StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().save();
		}
		update(this.first);
		this.redis.kill();
		this.redis.start();
		assertEverywhereNewest();
		assertCachedAgain();
	}

	@Test
	void pausedRedisThatComesBackWithOldContent() {
		ready();
		assertEverywhereNewest();
		this.redis.pause();
		update(this.first);
		assertEverywhereNewest();
		update(this.second);
		assertEverywhereNewest();
		this.redis.resume();
		assertEverywhereNewest();
		assertCachedAgain();
	}

	@Test
	void pausedRedisIsGivenUpSoThatReadsDoNotWaitForIt() {
		ready();
		this.redis.pause();
		Awaitility.await().until(() -> !this.first.factory.isTrusted());
		for (int read = 0; read < 10_000; read++) {
			read(this.first);
		}
		assertThat(this.queries).hasValue(10_000);
		this.redis.resume();
		assertCachedAgain();
	}

	@Test
	void redisIsEmptiedByItsOperator() {
		ready();
		assertEverywhereNewest();
		try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.redis.port());
				StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().flushall();
			Awaitility.await().until(() -> connection.sync().scard("shop:cache:sessions") == 2);
		}
		update(this.first);
		assertEverywhereNewest();
		assertCachedAgain();
	}

	@Test
	void instanceThatHearsNothingUsesNothingItKeeps() {
		ready();
		assertEverywhereNewest();
		try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.redis.port());
				StatefulRedisConnection<String, String> connection = client.connect()) {
			connection.sync().clientKill(KillArgs.Builder.typePubsub());
		}
		update(this.first);
		assertEverywhereNewest();
		assertCachedAgain();
	}

	@Test
	void killedInstanceIsMissedAndWhatItMayHaveDoneIsAssumed() {
		ready();
		assertEverywhereNewest();
		// Committed, and killed before it could notify others
		this.row = new Item(this.id, 2, "Ink");
		this.second.die();
		Awaitility.await().until(() -> read(this.first).equals(this.row));
	}

	@Test
	void instanceThatLeavesIsNotMissed() {
		ready();
		assertEverywhereNewest();
		this.second.close();
		try (CacheInstance third = new CacheInstance(this.redis.port(), this.resources)) {
			third.ready();
			assertThat(read(this.first)).isEqualTo(this.row);
			assertThat(read(third)).isEqualTo(this.row);
			assertThat(this.queries).as("what was cached is still used").hasValue(1);
			update(third);
			assertThat(read(this.first)).isEqualTo(this.row);
			assertThat(third.count("kehu.cache.writes.late")).isZero();
		}
	}

	@Test
	void strangerOnTheChannelIsNotWaitedFor() {
		ready();
		try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.redis.port());
				StatefulRedisPubSubConnection<String, String> connection = client.connectPubSub()) {
			connection.sync().psubscribe("*");
			update(this.first);
		}
		assertThat(this.first.count("kehu.cache.writes")).isEqualTo(1);
		assertThat(this.first.count("kehu.cache.writes.late")).isZero();
	}

	@Test
	void instanceThatAloneLosesRedisTellsTheOthersBeforeItAnswers() {
		ready();
		assertEverywhereNewest();
		try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + this.redis.port());
				StatefulRedisConnection<String, String> connection = client.connect()) {
			String line = connection.sync()
				.clientList()
				.lines()
				.filter((text) -> text.contains("cmd=evalsha"))
				.findFirst()
				.orElseThrow();
			connection.sync().clientKill(KillArgs.Builder.id(Long.parseLong(line.split("[ =]")[1])));
		}
		update(this.first);
		assertEverywhereNewest();
		update(this.second);
		assertEverywhereNewest();
		assertCachedAgain();
	}

}
