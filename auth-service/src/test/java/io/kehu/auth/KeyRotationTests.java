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
import io.kehu.auth.key.SigningAlgorithm;
import io.kehu.auth.key.SigningKeys;
import io.kehu.platform.link.LinkAutoConfiguration;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import io.kehu.platform.test.link.TestLink;
import io.kehu.platform.token.AccessTokenDecoder;
import io.kehu.platform.token.TokenAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances of auth-service, and two services that use one of them each.
 */
@OwnInstance
@WithInfrastructure
class KeyRotationTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@Test
	void noRequestFailsWhileTheKeyIsReplaced(Infrastructure infrastructure) {
		String[] arguments = { "--kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET,
				"--kehu.auth.key.shown-before=15s" };
		try (Deployment deployment = new Deployment(infrastructure, "kehu_rotation")) {
			ConfigurableApplicationContext one = deployment.start(arguments);
			ConfigurableApplicationContext two = deployment.start(arguments);
			List<Integer> ports = List.of(Deployment.port(one), Deployment.port(two));
			service(ports.get(0)).run((first) -> service(ports.get(1)).run((second) -> replaceUnderLoad(one, ports,
					List.of(first.getBean(AccessTokenDecoder.class), second.getBean(AccessTokenDecoder.class)))));
		}
	}

	private static WebApplicationContextRunner service(int port) {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(LinkAutoConfiguration.class, TokenAutoConfiguration.class))
			.withPropertyValues("kehu.auth.jwks-uri=http://localhost:" + port + "/oauth2/jwks",
					"spring.application.name=" + TestLink.SERVICE, "kehu.link.key=" + TestLink.KEY,
					"eureka.client.enabled=false");
	}

	private static void replaceUnderLoad(ConfigurableApplicationContext instance, List<Integer> ports,
			List<AccessTokenDecoder> services) throws Exception {
		SigningKeys keys = instance.getBean(SigningKeys.class);
		String before = keys.currentKeyId(SigningAlgorithm.ES256);
		awaitEverywhere(before, ports, services);
		Queue<Object> outcomes = new ConcurrentLinkedQueue<>();
		AtomicBoolean done = new AtomicBoolean();
		List<Thread> load = new ArrayList<>();
		for (int port : ports) {
			Thread thread = new Thread(() -> {
				while (!done.get()) {
					outcomes.addAll(useOne(port, services));
				}
			});
			thread.start();
			load.add(thread);
		}
		String oldToken = token(ports.get(0));
		await().atMost(LIMIT).until(() -> outcomes.size() > 10);
		Instant signsFrom = keys.replace();
		assertThat(keys.replace()).as("One that waits is enough").isEqualTo(signsFrom);
		await().atMost(LIMIT).until(() -> !keys.currentKeyId(SigningAlgorithm.ES256).equals(before));
		String after = keys.currentKeyId(SigningAlgorithm.ES256);
		awaitEverywhere(after, ports, services);
		done.set(true);
		for (Thread thread : load) {
			thread.join();
		}
		assertThat(outcomes).containsOnly(before, after).contains(before);
		for (AccessTokenDecoder service : services) {
			assertThat(service.decode(oldToken).getHeaders()).containsEntry("kid", before);
		}
		assertThat(ports).allSatisfy((port) -> assertThat(published(port)).contains(before, after));
		instance.getBean(JdbcClient.class)
			.sql("update signing_keys set expires_at = now() where key_id = :id")
			.param("id", before)
			.update();
		await().atMost(LIMIT).until(() -> ports.stream().noneMatch((port) -> published(port).contains(before)));
	}

	/** On a slow machine, the first responses exceed the services' timeouts. */
	private static void awaitEverywhere(String key, List<Integer> ports, List<AccessTokenDecoder> services) {
		for (int port : ports) {
			await().atMost(LIMIT).until(() -> useOne(port, services).equals(List.of(key, key)));
		}
	}

	/**
	 * Obtains a token and has both services verify it; returns the key ids, or the
	 * failure.
	 */
	private static List<Object> useOne(int port, List<AccessTokenDecoder> services) {
		try {
			String token = token(port);
			return services.stream().map((service) -> service.decode(token).getHeaders().get("kid")).toList();
		}
		catch (RuntimeException ex) {
			return List.of(ex);
		}
	}

	private static String token(int port) {
		return JsonPath
			.read(new Browser(port)
				.post("/oauth2/token", Map.of("grant_type", "client_credentials", "client_id", "kehu-cli",
						"client_secret", AuthServiceTest.CLIENT_SECRET))
				.body(), "$.access_token");
	}

	private static List<String> published(int port) {
		return JsonPath.read(new Browser(port).get("/oauth2/jwks").body(), "$.keys[*].kid");
	}

}
