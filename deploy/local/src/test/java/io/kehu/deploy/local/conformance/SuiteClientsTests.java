package io.kehu.deploy.local.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.kehu.deploy.local.system.LaunchFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SuiteClientsTests {

	private static final String CALLBACK = "https://suite.example/test/a/kehu/callback";

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private HttpServer api;

	private SuiteClients clients;

	@BeforeEach
	void serve() throws IOException {
		this.api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.api.createContext("/api/v1/", this::answer);
		this.api.start();
		this.clients = new SuiteClients("http://127.0.0.1:" + this.api.getAddress().getPort(), "token");
	}

	@AfterEach
	void stop() {
		this.api.stop(0);
	}

	@Test
	void clientsMayReturnFromTheLogoutAndNeedNoProofKey() {
		SuiteClients.Credentials client = this.clients.client("Suite", CALLBACK);
		assertThat(client.name()).isEqualTo("client-1");
		assertThat(client.secret()).isEqualTo("secret");
		JsonNode registered = JsonMapper.shared().readTree(this.requests.get(0));
		assertThat(registered.at("/redirectUris/0").asString()).isEqualTo(CALLBACK);
		assertThat(registered.at("/postLogoutRedirectUris/0").asString())
			.isEqualTo("https://suite.example/test/a/kehu/post_logout_redirect");
		assertThat(registered.get("proofKeyRequired").asBoolean()).isFalse();
	}

	@Test
	void theUserHasAPasswordAndAllClaims() {
		SuiteClients.Credentials user = this.clients.user();
		JsonNode line = JsonMapper.shared().readTree(this.requests.get(0));
		assertThat(line.get("username").asString()).isEqualTo(user.name());
		assertThat(line.at("/passwordHash/hash").asString()).matches("[0-9a-f]{64}").isNotEqualTo(user.secret());
		assertThat(line.propertyNames()).contains("displayName", "email", "locale");
	}

	@Test
	void aRefusalIsReported() {
		assertThatExceptionOfType(LaunchFailure.class).isThrownBy(() -> this.clients.client("", CALLBACK))
			.withMessageContaining("status 400");
	}

	@Test
	void theConfigurationHasEverythingThatThePlansNeed() {
		SuiteClients.Credentials client = new SuiteClients.Credentials("client-1", "secret");
		JsonNode configuration = JsonMapper.shared()
			.readTree(new SuiteConfiguration("http://localhost:8080", "kehu", client, client, client,
					new SuiteClients.Credentials("suite-1", "password"))
				.json());
		assertThat(configuration.at("/server/discoveryUrl").asString())
			.isEqualTo("http://localhost:8080/.well-known/openid-configuration");
		for (String name : List.of("client", "client2", "client_secret_post")) {
			assertThat(configuration.at("/" + name + "/client_id").asString()).isEqualTo("client-1");
		}
		assertThat(configuration.get("browser").toString()).contains("suite-1", "password", "//button");
		assertThat(configuration.get("override").propertyNames()).contains("oidcc-prompt-login",
				"oidcc-ensure-registered-redirect-uri", "oidcc-rp-initiated-logout-no-params");
	}

	private void answer(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.requests.add(body);
		String path = exchange.getRequestURI().getPath();
		boolean refused = body.contains("\"name\":\"\"");
		String answer = path.endsWith("/secrets") ? "{\"clientId\":\"client-1\",\"clientSecret\":\"secret\"}"
				: path.endsWith("/bulk") ? "{\"line\":1,\"status\":\"created\"}\n" : "{\"id\":\"1\"}";
		byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(refused ? 400 : 201, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

}
