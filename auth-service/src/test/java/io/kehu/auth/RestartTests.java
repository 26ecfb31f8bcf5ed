package io.kehu.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.embedded.PostgresDatabases;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@WithInfrastructure
class RestartTests {

	private static final String OTHER_SECRET = Base64.getEncoder().encodeToString(new byte[32]);

	@Test
	void keysSurviveARestartAndAreEncryptedInTheTable(Infrastructure infrastructure) {
		String[] database = create(infrastructure, "kehu_restarted");
		String before;
		try (ConfigurableApplicationContext service = start(database, AuthServiceTest.KEY_SECRET)) {
			before = keys(service);
			byte[] stored = jdbc(service).sql("select private_key from signing_keys").query(byte[].class).single();
			assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("\"d\"", "kty");
		}
		try (ConfigurableApplicationContext service = start(database, AuthServiceTest.KEY_SECRET)) {
			assertThat(keys(service)).isEqualTo(before);
			assertThat(jdbc(service).sql("select count(*) from users").query(Long.class).single()).isOne();
			assertThat(jdbc(service).sql("select count(*) from oauth2_registered_client").query(Long.class).single())
				.isEqualTo(2);
		}
		assertThatThrownBy(() -> start(database, OTHER_SECRET)).rootCause().hasMessageContaining("Tag mismatch");
	}

	@Test
	void instancesThatStartTogetherAgree(Infrastructure infrastructure) {
		String[] database = create(infrastructure, "kehu_together");
		Supplier<ConfigurableApplicationContext> instance = () -> start(database, AuthServiceTest.KEY_SECRET);
		List<CompletableFuture<ConfigurableApplicationContext>> starting = Stream.of(instance, instance)
			.map(CompletableFuture::supplyAsync)
			.toList();
		List<ConfigurableApplicationContext> services = starting.stream().map(CompletableFuture::join).toList();
		try {
			assertThat(services.stream().map(RestartTests::keys).distinct()).hasSize(1);
			assertThat(jdbc(services.get(0)).sql("select count(*) from users").query(Long.class).single()).isOne();
		}
		finally {
			services.forEach(ConfigurableApplicationContext::close);
		}
	}

	private static String[] create(Infrastructure infrastructure, String name) {
		PostgresDatabases server = infrastructure.postgres().server();
		server.createDatabase(name, name, name);
		return new String[] { "spring.datasource.url=" + server.jdbcUrl(name), "spring.datasource.username=" + name,
				"spring.datasource.password=" + name, "spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
				"spring.data.redis.url=" + infrastructure.redis() };
	}

	private static ConfigurableApplicationContext start(String[] database, String secret) {
		return new SpringApplicationBuilder(AuthServiceApplication.class)
			.initializers((context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, database))
			.run("--server.port=0", "--eureka.client.enabled=false", "--kehu.stop.drain=0s",
					"--kehu.auth.admin.username=ada", "--kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
					"--kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
					"--kehu.auth.key.secret=" + secret);
	}

	private static String keys(ConfigurableApplicationContext service) {
		int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		return JsonPath.read(new Browser(port).get("/oauth2/jwks").body(), "$.keys[0].kid");
	}

	private static JdbcClient jdbc(ConfigurableApplicationContext service) {
		return service.getBean(JdbcClient.class);
	}

}
