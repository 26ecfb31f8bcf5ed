package io.kehu.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import com.jayway.jsonpath.JsonPath;
import io.kehu.auth.key.SigningKeys;
import io.kehu.platform.token.AccessTokenDecoder;
import io.kehu.platform.token.TokenAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@AuthServiceTest
@TestPropertySource(properties = "kehu.auth.key.shown-before=2s")
class KeyRotationTests {

	@LocalServerPort
	int port;

	@Autowired
	SigningKeys keys;

	@Autowired
	JdbcClient jdbc;

	@Test
	void noRequestFailsWhileTheKeyIsReplaced() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(TokenAutoConfiguration.class))
			.withPropertyValues("kehu.auth.jwks-uri=http://localhost:" + this.port + "/oauth2/jwks")
			.run((service) -> replaceUnderLoad(service.getBean(AccessTokenDecoder.class)));
	}

	private void replaceUnderLoad(AccessTokenDecoder service) throws Exception {
		Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
		AtomicBoolean done = new AtomicBoolean();
		List<Thread> load = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Thread thread = new Thread(() -> {
				while (!done.get()) {
					outcomes.add(useOne(service));
				}
			});
			thread.start();
			load.add(thread);
		}
		String before = this.keys.currentKeyId();
		String oldToken = token();
		await().until(() -> outcomes.size() > 5);
		Instant signsFrom = this.keys.replace();
		assertThat(this.keys.replace()).as("One that waits is enough").isEqualTo(signsFrom);
		await().atMost(Duration.ofSeconds(20)).until(() -> !this.keys.currentKeyId().equals(before));
		String after = this.keys.currentKeyId();
		await().atMost(Duration.ofSeconds(20)).until(() -> outcomes.contains(after));
		done.set(true);
		for (Thread thread : load) {
			thread.join();
		}
		assertThat(outcomes).containsOnly(before, after).contains(before);
		assertThat(service.decode(oldToken).getHeaders()).containsEntry("kid", before);
		assertThat(published()).contains(before, after);
		this.jdbc.sql("update signing_keys set expires_at = now() where key_id = :id").param("id", before).update();
		await().atMost(Duration.ofSeconds(20)).until(() -> !published().contains(before));
	}

	/**
	 * Obtains a token and has a service verify it; returns the id of the key, or what
	 * went wrong.
	 */
	private Object useOne(AccessTokenDecoder service) {
		try {
			return service.decode(token()).getHeaders().get("kid");
		}
		catch (RuntimeException ex) {
			return ex;
		}
	}

	private String token() {
		return JsonPath
			.read(new Browser(this.port)
				.post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "kehu-cli",
						"client_secret", AuthServiceTest.CLIENT_SECRET))
				.body(), "$.access_token");
	}

	private List<String> published() {
		return JsonPath.read(new Browser(this.port).get("/oauth2/jwks").body(), "$.keys[*].kid");
	}

}
