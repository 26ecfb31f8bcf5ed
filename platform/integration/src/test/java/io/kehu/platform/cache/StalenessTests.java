package io.kehu.platform.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import io.kehu.platform.cache.CacheInstance.Item;
import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writers and readers hammer a few records through three instances: no read may show a
 * version older than the last write that was answered before the read began.
 */
@Isolated
class StalenessTests {

	private static final int RECORDS = 12;

	private static final int THREADS = 8;

	/** Long enough that a busy machine does not look like a lost Redis. */
	private static final Duration UNHURRIED = Duration.ofSeconds(1);

	/** Where losing Redis is the point, a lease that runs out on its own does no harm. */
	private static final Duration BRIEF = Duration.ofMillis(250);

	private final ClientResources resources = DefaultClientResources.create();

	private final List<CacheInstance> instances = new ArrayList<>();

	private final List<UUID> ids = new ArrayList<>();

	private final Map<UUID, Item> table = new ConcurrentHashMap<>();

	private final Map<UUID, AtomicLong> answered = new ConcurrentHashMap<>();

	private final AtomicBoolean running = new AtomicBoolean(true);

	private final AtomicLong reads = new AtomicLong();

	private final AtomicLong writes = new AtomicLong();

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final List<Future<?>> hammers = new ArrayList<>();

	private RedisServer redis;

	@BeforeEach
	void start() {
		this.redis = new RedisServer(ServerSettings.forTests());
		this.redis.start();
		for (int count = 0; count < RECORDS; count++) {
			UUID id = UUID.randomUUID();
			this.ids.add(id);
			this.table.put(id, new Item(id, 1, "1"));
			this.answered.put(id, new AtomicLong(1));
		}
	}

	private void startHammering(Duration lease) {
		for (int count = 0; count < 3; count++) {
			this.instances.add(new CacheInstance(this.redis.port(), this.resources, lease));
		}
		this.instances.forEach(CacheInstance::ready);
		for (int thread = 0; thread < THREADS; thread++) {
			this.hammers.add(this.threads.submit(this::hammer));
		}
	}

	@AfterEach
	void stop() {
		this.running.set(false);
		this.threads.shutdown();
		this.instances.forEach(CacheInstance::close);
		this.redis.close();
		this.resources.shutdown();
	}

	private void hammer() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		while (this.running.get()) {
			UUID id = this.ids.get(random.nextInt(RECORDS));
			CacheInstance instance = this.instances.get(random.nextInt(this.instances.size()));
			if (random.nextInt(20) == 0) {
				write(id, instance, random.nextBoolean());
			}
			else {
				read(id, instance, random.nextInt(20) == 0);
			}
		}
	}

	private void write(UUID id, CacheInstance instance, boolean bulk) {
		Item written = this.table.compute(id,
				(key, item) -> new Item(key, item.version() + 1, Long.toString(item.version() + 1)));
		if (bulk) {
			instance.cache.changedAll(Map.of(id, written.version()));
		}
		else {
			instance.cache.changed(id, written.version(), written);
		}
		this.answered.get(id).accumulateAndGet(written.version(), Math::max);
		this.writes.incrementAndGet();
	}

	private void read(UUID id, CacheInstance instance, boolean slowly) {
		long atLeast = this.answered.get(id).get();
		Item found = instance.cache.get(id, () -> {
			Item item = this.table.get(id);
			if (slowly) {
				LockSupport.parkNanos(3_000_000);
			}
			return Optional.of(new Versioned<>(item.version(), item));
		}).orElseThrow();
		assertThat(found.version()).isGreaterThanOrEqualTo(atLeast);
		assertThat(found.name()).isEqualTo(Long.toString(found.version()));
		this.reads.incrementAndGet();
	}

	/** Lets the hammers go on until each instance has used its cache and seen writes. */
	private void hammerOn() {
		this.instances.forEach(CacheInstance::ready);
		long readsBefore = this.reads.get();
		long writesBefore = this.writes.get();
		Awaitility.await()
			.until(() -> failed()
					|| this.reads.get() > readsBefore + 20_000 && this.writes.get() > writesBefore + 1_000);
	}

	private boolean failed() {
		return this.hammers.stream().anyMatch(Future::isDone);
	}

	private void assertNoStaleRead() throws Exception {
		this.running.set(false);
		for (Future<?> hammer : this.hammers) {
			hammer.get();
		}
	}

	@Test
	void healthyRedis() throws Exception {
		startHammering(UNHURRIED);
		hammerOn();
		assertNoStaleRead();
		assertThat(this.instances).allSatisfy((instance) -> {
			assertThat(instance.count("kehu.cache.redis.lost")).isZero();
			assertThat(instance.reads("redis")).isPositive();
		});
	}

	@Test
	void redisPausedAndResumed() throws Exception {
		startHammering(BRIEF);
		for (int round = 0; round < 3; round++) {
			hammerOn();
			this.redis.pause();
			Awaitility.await().until(() -> this.instances.stream().noneMatch((each) -> each.factory.isTrusted()));
			long before = this.writes.get();
			Awaitility.await().until(() -> failed() || this.writes.get() > before + 1_000);
			this.redis.resume();
		}
		hammerOn();
		assertNoStaleRead();
	}

	@Test
	void redisKilledAndRestarted() throws Exception {
		startHammering(BRIEF);
		for (int round = 0; round < 3; round++) {
			hammerOn();
			this.redis.kill();
			long before = this.writes.get();
			Awaitility.await().until(() -> failed() || this.writes.get() > before + 1_000);
			this.redis.start();
		}
		hammerOn();
		assertNoStaleRead();
	}

}
