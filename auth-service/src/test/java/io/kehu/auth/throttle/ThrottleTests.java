package io.kehu.auth.throttle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.test.SettableClock;
import io.kehu.platform.test.Together;
import io.kehu.platform.test.infrastructure.Faults;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@WithInfrastructure(value = Server.REDIS, dedicated = Server.REDIS)
class ThrottleTests {

	private final SettableClock clock = new SettableClock();

	private final List<Object> events = new ArrayList<>();

	private LettuceConnectionFactory connections;

	private StringRedisTemplate redis;

	@BeforeEach
	void connect(Infrastructure infrastructure) {
		RedisURI address = RedisURI.create(infrastructure.redis());
		this.connections = new LettuceConnectionFactory(
				new RedisStandaloneConfiguration(address.getHost(), address.getPort()),
				LettuceClientConfiguration.builder()
					.commandTimeout(Duration.ofSeconds(20))
					.clientOptions(ClientOptions.builder()
						.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
						.build())
					.build());
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.redis = new StringRedisTemplate(this.connections);
	}

	@AfterEach
	void disconnect() {
		this.connections.destroy();
	}

	@Test
	void eachAttemptAfterTheFirstFewWaitsTwiceAsLong() {
		assertThatItSlowsDown(instance(), "ada");
	}

	@Test
	void allInstancesCountTogether() {
		Throttle one = instance();
		Throttle other = instance();
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat((attempt % 2 == 0 ? one : other).attempt(Guess.ACCOUNT, "bob")).isZero();
		}
		assertThat(one.attempt(Guess.ACCOUNT, "bob")).isPositive();
		assertThat(other.attempt(Guess.ACCOUNT, "bob")).isPositive();
		assertThat(other.attempt(Guess.ACCOUNT, "another user")).isZero();
		assertThat(other.attempt(Guess.FACTOR, "bob")).isZero();
	}

	@Test
	void manyAtTheSameMomentDoNotSlipThrough() {
		Throttle throttle = instance();
		List<Duration> attempts = Together.run(64, (number) -> throttle.attempt(Guess.ACCOUNT, "carol"));
		assertThat(attempts.stream().filter(Duration::isZero)).hasSize(5);
	}

	@Test
	void aSuccessForgetsTheAccountButOnlyOneAttemptOfTheAddress() {
		Throttle throttle = instance();
		for (int attempt = 0; attempt < 5; attempt++) {
			throttle.attempt(Guess.ACCOUNT, "dave");
		}
		throttle.succeeded(Guess.ACCOUNT, "dave");
		assertThat(throttle.attempt(Guess.ACCOUNT, "dave")).isZero();
		for (int attempt = 0; attempt < 50; attempt++) {
			assertThat(throttle.attempt(Guess.ADDRESS, "192.0.2.1")).isZero();
		}
		throttle.succeeded(Guess.ADDRESS, "192.0.2.1");
		assertThat(throttle.attempt(Guess.ADDRESS, "192.0.2.1")).isZero();
		assertThat(throttle.attempt(Guess.ADDRESS, "192.0.2.1")).isPositive();
	}

	@Test
	void anAlertIsRaisedOnceAndNoPersonalDataIsStored() {
		Throttle throttle = instance();
		for (int attempt = 0; attempt < 12; attempt++) {
			throttle.attempt(Guess.ACCOUNT, "erin");
			this.clock.advance(Guess.LONGEST);
		}
		assertThat(this.events).containsExactly(new GuessingNoticed(Guess.ACCOUNT, "erin", 10));
		assertThat(this.redis.keys("*")).isNotEmpty()
			.allSatisfy((key) -> assertThat(key).startsWith("auth-service:throttle:").doesNotContain("erin"))
			.allSatisfy((key) -> assertThat(this.redis.getExpire(key)).isPositive());
	}

	@Test
	void withoutRedisEachInstanceStillLimits(Infrastructure infrastructure) {
		Faults faults = infrastructure.faults(Server.REDIS);
		Throttle throttle = instance();
		assertThat(throttle.attempt(Guess.ACCOUNT, "frank")).isZero();
		faults.stop();
		try {
			assertThatItSlowsDown(throttle, "frank");
		}
		finally {
			faults.start();
		}
	}

	private void assertThatItSlowsDown(Throttle throttle, String account) {
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(throttle.attempt(Guess.ACCOUNT, account)).isZero();
		}
		for (long seconds : new long[] { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 }) {
			assertThat(throttle.attempt(Guess.ACCOUNT, account)).isEqualTo(Duration.ofSeconds(seconds));
			this.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
			assertThat(throttle.attempt(Guess.ACCOUNT, account)).isEqualTo(Duration.ofMillis(1));
			this.clock.advance(Duration.ofMillis(1));
			assertThat(throttle.attempt(Guess.ACCOUNT, account)).isZero();
		}
	}

	private Throttle instance() {
		return new Throttle(this.redis, this.clock, this.events::add, new SimpleMeterRegistry());
	}

}
