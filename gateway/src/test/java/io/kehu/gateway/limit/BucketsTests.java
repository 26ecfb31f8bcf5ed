package io.kehu.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class BucketsTests {

	private static final RedisServer REDIS = new RedisServer(ServerSettings.forTests());

	private static final Policy SLOW = new Policy("user", 1, 100);

	private static LettuceConnectionFactory connections;

	private final AtomicLong now = new AtomicLong();

	@BeforeAll
	static void connect() {
		REDIS.start();
		connections = new LettuceConnectionFactory("127.0.0.1", REDIS.port());
		connections.afterPropertiesSet();
		connections.start();
	}

	@AfterAll
	static void disconnect() {
		connections.destroy();
		REDIS.stop();
	}

	@Test
	void gatewaysShareABucket() {
		Buckets first = buckets(connections);
		Buckets second = buckets(connections);
		int granted = granted(first, "ada", 60) + granted(second, "ada", 60);
		// A lease that was not used up, and what was gained meanwhile
		assertThat(granted).isBetween(98, 110);
		assertThat(granted(first, "bob", 10)).isEqualTo(10);
	}

	@Test
	void reportsWhatIsLeft() {
		Verdict verdict = buckets(connections).take(SLOW, "cyd").block();
		assertThat(verdict.policyItem()).isEqualTo("\"user\";q=100;w=100");
		assertThat(verdict.stateItem()).isEqualTo("\"user\";r=99;t=1");
	}

	@Test
	void withoutRedisEachGatewayGrantsTheLimitAndNoMore() {
		LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
		nowhere.afterPropertiesSet();
		nowhere.start();
		Buckets alone = buckets(nowhere);
		assertThat(granted(alone, "ada", 150)).isEqualTo(100);
		this.now.addAndGet(Duration.ofMillis(500).toNanos());
		assertThat(granted(alone, "ada", 5)).isZero();
		this.now.addAndGet(Duration.ofMillis(2500).toNanos());
		assertThat(granted(alone, "ada", 5)).isEqualTo(3);
		nowhere.destroy();
	}

	private static int granted(Buckets buckets, String caller, int requests) {
		return (int) IntStream.range(0, requests).filter((i) -> buckets.take(SLOW, caller).block().granted()).count();
	}

	private Buckets buckets(LettuceConnectionFactory connections) {
		return new Buckets(new ReactiveStringRedisTemplate(connections), this.now::get);
	}

}
