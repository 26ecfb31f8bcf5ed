package io.kehu.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import io.kehu.platform.embedded.RedisServer;
import io.kehu.platform.embedded.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealedSessionsTests {

	private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

	private static final RedisServer REDIS = new RedisServer(ServerSettings.forTests());

	private static final String SECRET = "a-secret-of-the-gateway-for-browsers";

	private static LettuceConnectionFactory connections;

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
	void anotherGatewayWithTheSameSecretFindsTheSession() {
		at(NOW, SECRET).add("a", session("ada", "first")).block();
		assertThat(at(NOW, SECRET).find("a").block()).isEqualTo(session("ada", "first"));
		assertThat(at(NOW, "another-secret-of-a-gateway").find("a").block()).isNull();
	}

	@Test
	void readingRedisRevealsNeitherIdsNorTokens() {
		at(NOW, SECRET).add("b-id", session("bob", "b-refresh")).block();
		ReactiveStringRedisTemplate redis = new ReactiveStringRedisTemplate(connections);
		String everything = redis.keys("*")
			.flatMap((key) -> redis.type(key)
				.flatMap((type) -> redis.opsForValue().get(key).onErrorReturn(""))
				.defaultIfEmpty("")
				.map((value) -> key + value))
			.reduce("", String::concat)
			.block();
		assertThat(everything).contains("gateway:session:").doesNotContain("b-id", "b-refresh", "access");
	}

	@Test
	void aSessionEndsAtItsAgeHoweverOftenItIsUsed() {
		at(NOW, SECRET).add("c", session("cy", "first")).block();
		assertThat(at(NOW.plus(Duration.ofHours(12)), SECRET).find("c").block()).isNull();
	}

	@Test
	void aSessionThatHasEndedIsNotStoredAgain() {
		SealedSessions sessions = at(NOW, SECRET);
		sessions.add("d", session("di", "first")).block();
		assertThat(sessions.replace("d", session("di", "second")).block()).isTrue();
		sessions.remove("d").block();
		assertThat(sessions.replace("d", session("di", "third")).block()).isFalse();
		assertThat(sessions.find("d").block()).isNull();
	}

	@Test
	void onlyOneGatewayRefreshes() {
		SealedSessions sessions = at(NOW, SECRET);
		assertThat(sessions.lock("e", "one").block()).isTrue();
		assertThat(sessions.lock("e", "two").block()).isFalse();
		sessions.unlock("e", "two").block();
		assertThat(sessions.lock("e", "two").block()).isFalse();
		sessions.unlock("e", "one").block();
		assertThat(sessions.lock("e", "two").block()).isTrue();
	}

	@Test
	void withoutRedisSessionsAreUnavailable() {
		LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
		nowhere.afterPropertiesSet();
		nowhere.start();
		assertThatExceptionOfType(ResponseStatusException.class)
			.isThrownBy(() -> sessions(nowhere, NOW, SECRET).find("a").block())
			.satisfies((failure) -> assertThat(failure.getStatusCode().value()).isEqualTo(503));
		nowhere.destroy();
	}

	private static BrowserSession session(String user, String refresh) {
		return new BrowserSession(user, "csrf", NOW.plus(Duration.ofHours(12)),
				new Tokens("access", NOW.plusSeconds(600), refresh));
	}

	private static SealedSessions at(Instant now, String secret) {
		return sessions(connections, now, secret);
	}

	private static SealedSessions sessions(LettuceConnectionFactory connections, Instant now, String secret) {
		return new SealedSessions(new ReactiveStringRedisTemplate(connections), new SessionSeal(secret),
				JsonMapper.shared(), new SessionProperties(secret, Duration.ofHours(1), Duration.ofHours(12), 10),
				Clock.fixed(now, ZoneOffset.UTC));
	}

}
