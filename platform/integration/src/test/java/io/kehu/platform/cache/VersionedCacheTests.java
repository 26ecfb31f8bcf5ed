package io.kehu.platform.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.kehu.platform.cache.CacheInstance.Item;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Two instances of a service share a cache.
 */
class VersionedCacheTests {

	private static TwoInstances instances;

	private static CacheInstance first;

	private static CacheInstance second;

	private final UUID id = UUID.randomUUID();

	private final AtomicInteger queries = new AtomicInteger();

	private volatile Item row;

	@BeforeAll
	static void start() {
		instances = new TwoInstances();
		first = instances.first;
		second = instances.second;
	}

	@AfterAll
	static void stop() {
		instances.close();
	}

	@BeforeEach
	void insert() {
		this.row = new Item(this.id, 1, "Ink");
	}

	private Optional<Versioned<Item>> query() {
		this.queries.incrementAndGet();
		return Optional.ofNullable(this.row).map((item) -> new Versioned<>(item.version(), item));
	}

	private Item read(CacheInstance instance) {
		return instance.cache.get(this.id, this::query).orElse(null);
	}

	private Item update(CacheInstance instance, String name) {
		this.row = new Item(this.id, this.row.version() + 1, name);
		instance.cache.changed(this.id, this.row.version(), this.row);
		return this.row;
	}

	@Test
	void oneQueryServesEveryInstance() {
		assertThat(read(first)).isEqualTo(this.row);
		assertThat(read(first)).isEqualTo(this.row);
		assertThat(read(second)).isEqualTo(this.row);
		assertThat(read(second)).isEqualTo(this.row);
		assertThat(this.queries).hasValue(1);
	}

	@Test
	void writeIsSeenByEveryInstanceAndCostsNoQuery() {
		read(first);
		read(second);
		Item changed = update(first, "Red ink");
		assertThat(read(second)).isEqualTo(changed);
		assertThat(read(first)).isEqualTo(changed);
		assertThat(this.queries).hasValue(1);
	}

	@Test
	void goneRecordIsAbsentEverywhereUntilItComesBack() {
		read(first);
		read(second);
		this.row = null;
		first.cache.changed(this.id, 2, null);
		assertThat(read(second)).isNull();
		assertThat(read(first)).isNull();
		assertThat(this.queries).hasValue(1);
		this.row = new Item(this.id, 2, "Ink");
		Item restored = update(second, "Ink again");
		assertThat(read(first)).isEqualTo(restored);
	}

	@Test
	void absenceIsNotRemembered() {
		this.row = null;
		assertThat(read(first)).isNull();
		this.row = new Item(this.id, 1, "Ink");
		assertThat(read(first)).isEqualTo(this.row);
	}

	@Test
	void entriesLieUnderTheServicesName() {
		update(first, "Ink");
		try (RedisClient client = RedisClient.create(instances.redisAddress());
				StatefulRedisConnection<String, String> connection = client.connect()) {
			assertThat(connection.sync().get("shop:cache:items:" + this.id)).contains("\"name\":\"Ink\"");
			assertThat(connection.sync().pttl("shop:cache:items:" + this.id)).isPositive();
		}
	}

	@Test
	void bulkDropsWhatIsOlderAndKeepsTheRest() {
		Map<UUID, Long> versions = new HashMap<>();
		List<UUID> ids = new ArrayList<>();
		for (int count = 0; count < 1_200; count++) {
			UUID other = UUID.randomUUID();
			ids.add(other);
			second.cache.get(other, () -> Optional.of(new Versioned<>(1, new Item(other, 1, "old"))));
			versions.put(other, (count % 2 == 0) ? 2L : 1L);
		}
		first.cache.changedAll(versions);
		for (UUID other : ids) {
			Item found = second.cache.get(other, () -> Optional.of(new Versioned<>(2, new Item(other, 2, "new"))))
				.orElseThrow();
			assertThat(found.version()).isEqualTo(versions.get(other));
		}
	}

	@Test
	void olderWriteThatArrivesLateChangesNothing() {
		Item newest = update(first, "v2");
		newest = update(first, "v3");
		second.cache.changed(this.id, 2, new Item(this.id, 2, "v2"));
		assertThat(read(second)).isEqualTo(newest);
		assertThat(read(first)).isEqualTo(newest);
		assertThat(this.queries).hasValue(0);
	}

	@Test
	void slowReaderDoesNotBringBackWhatAWriteHasReplaced() throws Exception {
		CountDownLatch queried = new CountDownLatch(1);
		CountDownLatch written = new CountDownLatch(1);
		CompletableFuture<Item> slow = CompletableFuture.supplyAsync(() -> second.cache.get(this.id, () -> {
			Optional<Versioned<Item>> found = query();
			queried.countDown();
			await(written);
			return found;
		}).orElseThrow());
		queried.await();
		Item changed = update(first, "Red ink");
		assertThat(read(second)).as("a read that begins after the write").isEqualTo(changed);
		written.countDown();
		assertThat(slow.get().version()).isEqualTo(1);
		assertThat(read(second)).isEqualTo(changed);
		assertThat(read(first)).isEqualTo(changed);
	}

	@Test
	void slowReaderDoesNotBringBackWhatABulkHasReplaced() throws Exception {
		CountDownLatch queried = new CountDownLatch(1);
		CountDownLatch written = new CountDownLatch(1);
		CompletableFuture<Item> slow = CompletableFuture.supplyAsync(() -> second.cache.get(this.id, () -> {
			Optional<Versioned<Item>> found = query();
			queried.countDown();
			await(written);
			return found;
		}).orElseThrow());
		queried.await();
		this.row = new Item(this.id, 2, "Red ink");
		first.cache.changedAll(Map.of(this.id, 2L));
		written.countDown();
		slow.get();
		assertThat(read(first)).isEqualTo(this.row);
		assertThat(read(second)).isEqualTo(this.row);
	}

	@Test
	void oneLoaderRunsForManyReaders() throws Exception {
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch all = new CountDownLatch(64);
		Supplier<Optional<Versioned<Item>>> loader = () -> {
			most.accumulateAndGet(running.incrementAndGet(), Math::max);
			Optional<Versioned<Item>> found = query();
			await(all);
			running.decrementAndGet();
			return found;
		};
		ExecutorService readers = Executors.newFixedThreadPool(64);
		try {
			List<Future<Optional<Item>>> results = new ArrayList<>();
			for (int reader = 0; reader < 64; reader++) {
				results.add(readers.submit(() -> {
					all.countDown();
					return first.cache.get(this.id, loader);
				}));
			}
			for (Future<Optional<Item>> result : results) {
				assertThat(result.get()).contains(this.row);
			}
		}
		finally {
			readers.shutdown();
		}
		assertThat(most).hasValue(1);
		assertThat(this.queries).hasValue(1);
	}

	@Test
	void failureOfALoaderIsItsReadersOwn() throws ExecutionException, InterruptedException {
		CountDownLatch failing = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		CompletableFuture<Optional<Item>> failed = CompletableFuture.supplyAsync(() -> first.cache.get(this.id, () -> {
			failing.countDown();
			await(release);
			throw new IllegalStateException("no connection");
		}));
		failing.await();
		CompletableFuture<Item> waiting = CompletableFuture.supplyAsync(() -> read(first));
		release.countDown();
		assertThat(waiting.get()).isEqualTo(this.row);
		assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void entryOfAnotherShapeIsNotRead() {
		VersionedCache<OldItem> old = second.factory.create("shaped", OldItem.class);
		VersionedCache<Item> current = first.factory.create("shaped", Item.class);
		old.changed(this.id, 1, new OldItem(this.id, "Ink"));
		assertThat(current.get(this.id, this::query)).contains(this.row);
		assertThat(this.queries).hasValue(1);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a former release kept. */
	record OldItem(UUID id, String name) {
	}

}
