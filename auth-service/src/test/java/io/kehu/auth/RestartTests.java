package io.kehu.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.kehu.auth.right.Announcing;
import io.kehu.platform.test.Together;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@OwnInstance
@WithInfrastructure
class RestartTests {

	private static final String SECRET = "--kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET;

	private static final String OTHER_SECRET = "--kehu.auth.key.secret="
			+ Base64.getEncoder().encodeToString(new byte[32]);

	@Test
	void keysSurviveARestartAndAreEncryptedInTheTable(Infrastructure infrastructure) {
		try (Deployment deployment = new Deployment(infrastructure, "kehu_restarted")) {
			String before;
			try (ConfigurableApplicationContext service = deployment.start(SECRET)) {
				before = keys(service);
				// One per algorithm
				assertThat(jdbc(service).sql("select private_key from signing_keys").query(byte[].class).list())
					.hasSize(2)
					.allSatisfy((stored) -> assertThat(new String(stored, StandardCharsets.ISO_8859_1))
						.doesNotContain("\"d\":", "\"kty\""));
			}
			try (ConfigurableApplicationContext service = deployment.start(SECRET)) {
				assertThat(keys(service)).isEqualTo(before);
				assertThat(count(service, "users")).isOne();
				assertThat(count(service, "oauth2_registered_client")).isEqualTo(2);
			}
			assertThatThrownBy(() -> deployment.start(OTHER_SECRET)).rootCause().hasMessageContaining("Tag mismatch");
		}
	}

	@Test
	void permissionsAnnouncedBeforeTheFirstStartAreLearnt(Infrastructure infrastructure) throws Exception {
		new Announcing(infrastructure.kafka()).announce("before-service",
				List.of(Announcing.permission("before:read", "customer")));
		try (Deployment deployment = new Deployment(infrastructure, "kehu_announced")) {
			ConfigurableApplicationContext service = deployment.start(SECRET);
			await().atMost(Duration.ofSeconds(60))
				.until(() -> count(service, "permissions where name = 'before:read'") == 1);
		}
	}

	@Test
	void instancesThatStartTogetherAgree(Infrastructure infrastructure) {
		try (Deployment deployment = new Deployment(infrastructure, "kehu_together")) {
			List<ConfigurableApplicationContext> services = Together.run(2, (number) -> deployment.start(SECRET));
			assertThat(services.stream().map(RestartTests::keys).distinct()).hasSize(1);
			assertThat(count(services.get(0), "users")).isOne();
		}
	}

	private static long count(ConfigurableApplicationContext service, String table) {
		return jdbc(service).sql("select count(*) from " + table).query(Long.class).single();
	}

	private static String keys(ConfigurableApplicationContext service) {
		return JsonPath.read(new Browser(Deployment.port(service)).get("/oauth2/jwks").body(), "$.keys[0].kid");
	}

	private static JdbcClient jdbc(ConfigurableApplicationContext service) {
		return service.getBean(JdbcClient.class);
	}

}
