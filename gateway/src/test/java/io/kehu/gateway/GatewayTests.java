package io.kehu.gateway;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.test.token.TestToken;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

@SharedGatewayTest
class GatewayTests {

	private static final int MEGABYTE = 1024 * 1024;

	private final HttpClient client = HttpClient.newHttpClient();

	private final String address;

	private final String operations;

	GatewayTests(@LocalServerPort int port, @LocalManagementPort int operationsPort) {
		this.address = "http://127.0.0.1:" + port;
		this.operations = "http://127.0.0.1:" + operationsPort + "/actuator/";
	}

	@BeforeEach
	void resetBackends() {
		SharedBackends.CUSTOMERS.answering((request, response) -> response.sendString(Mono.just("customers")));
		SharedBackends.SECOND_CUSTOMERS.answering((request, response) -> response.sendString(Mono.just("customers")));
		SharedBackends.ACCESS.answering((request, response) -> response.sendString(Mono.just("access")));
	}

	@Test
	void forwardsRequestsWithAToken() throws Exception {
		HttpResponse<String> response = send(get("/api/v1/customers?name=a%20b&city[in]=K%C3%B6ln"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("customers");
		assertThat(Stream.of(SharedBackends.CUSTOMERS, SharedBackends.SECOND_CUSTOMERS)
			.flatMap((backend) -> backend.requests().stream()))
			.containsExactly("GET /api/v1/customers?name=a%20b&city%5Bin%5D=K%C3%B6ln");
	}

	@Test
	void theApiRequiresAToken() throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(at("/api/v1/customers")));
		assertProblem(response, 401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
		assertThat(SharedBackends.CUSTOMERS.requests()).isEmpty();
	}

	@Test
	void aTokenMustBeAnAccessToken() throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(at("/api/v1/customers"))
			.header("Authorization", TestToken.user("customer:read").type("JWT").header()));
		assertProblem(response, 401);
		assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
				(challenge) -> assertThat(challenge).startsWith("Bearer").contains("error=\"invalid_token\""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/oauth2/token", "/.well-known/openid-configuration", "/login", "/logout", "/userinfo",
			"/connect/logout", "/login/totp" })
	void loginAndTokenEndpointsAreOpen(String path) throws Exception {
		HttpResponse<String> response = send(HttpRequest.newBuilder(at(path)));
		assertThat(response.body()).isEqualTo("access");
		assertThat(SharedBackends.ACCESS.requests()).containsExactly("GET " + path);
	}

	@Test
	void exposesOnlySelectedEndpointsAndOnlyOnTheManagementPort() throws Exception {
		for (String operations : Arrays.asList("health", "health/readiness", "prometheus", "metrics", "info", "env")) {
			assertProblem(send(HttpRequest.newBuilder(at("/actuator/" + operations))), 404);
		}
		for (String closed : Arrays.asList("gateway/routes", "env", "beans", "heapdump", "configprops", "shutdown")) {
			assertThat(send(operations(closed)).statusCode()).isEqualTo(404);
		}
		assertThat(send(operations("health/readiness")).body()).contains("UP");
		// Last: it is the longest response
		assertThat(send(operations("prometheus")).body()).contains("gateway");
	}

	@Test
	void forwardsTheRealPeerAndDropsForwardedHeadersOfCallers() throws Exception {
		send(HttpRequest.newBuilder(at("/login"))
			.header("X-Forwarded-For", "6.6.6.6")
			.header("X-Forwarded-Host", "evil.example")
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Prefix", "/evil")
			.header("Forwarded", "for=6.6.6.6;host=evil.example"));
		assertThat(SharedBackends.ACCESS.lastHeaders().get("X-Forwarded-For")).isEqualTo("127.0.0.1");
		assertThat(SharedBackends.ACCESS.lastHeaders().get("X-Forwarded-Host"))
			.isEqualTo(this.address.substring("http://".length()));
		assertThat(SharedBackends.ACCESS.lastHeaders().get("X-Forwarded-Proto")).isEqualTo("http");
		assertThat(SharedBackends.ACCESS.lastHeaders().contains("X-Forwarded-Prefix")).isFalse();
		assertThat(SharedBackends.ACCESS.lastHeaders().contains("Forwarded")).isFalse();
	}

	@Test
	void continuesTheTraceOrStartsOne() throws Exception {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		String parent = "00-" + trace + "-00f067aa0ba902b7-01";
		send(HttpRequest.newBuilder(at("/login")).header("traceparent", parent).header("tracestate", "a=b"));
		assertThat(SharedBackends.ACCESS.lastHeaders().get("traceparent")).matches("00-" + trace + "-[0-9a-f]{16}-00")
			.isNotEqualTo(parent);
		assertThat(SharedBackends.ACCESS.lastHeaders().get("tracestate")).isEqualTo("a=b");
		send(HttpRequest.newBuilder(at("/login")).header("traceparent", "00-nonsense").header("tracestate", "a=b"));
		assertThat(SharedBackends.ACCESS.lastHeaders().getAll("traceparent"))
			.singleElement(as(InstanceOfAssertFactories.STRING))
			.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
		assertThat(SharedBackends.ACCESS.lastHeaders().contains("tracestate")).isFalse();
	}

	@Test
	void aProblemContainsTheTraceIdOfTheCaller() throws Exception {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		HttpResponse<String> response = send(HttpRequest.newBuilder(at("/api/v1/customers"))
			.header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
		assertThat(JsonPath.<String>read(response.body(), "$.traceId")).isEqualTo(trace);
		assertThat(JsonPath.<String>read(response.body(), "$.type")).isEqualTo("urn:kehu:problem:unauthenticated");
	}

	@Test
	void anUnknownPathIsNotFound() throws Exception {
		assertProblem(send(HttpRequest.newBuilder(at("/nowhere"))), 404);
		assertProblem(send(get("/api/v1/unheard-of")), 404);
	}

	@Test
	void withoutAReachableInstanceTheServiceIsUnavailable() throws Exception {
		HttpResponse<String> response = send(get("/api/v1/orders"));
		assertProblem(response, 503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
	}

	@Test
	void aDeclaredBodyOverTheLimitIsNotForwarded() throws Exception {
		assertProblem(send(post("/api/v1/customers", BodyPublishers.ofByteArray(new byte[2 * MEGABYTE]))), 413);
		assertThat(SharedBackends.CUSTOMERS.requests()).isEmpty();
		assertThat(SharedBackends.SECOND_CUSTOMERS.requests()).isEmpty();
	}

	@Test
	void anUndeclaredBodyOverTheLimitIsCutOff() throws Exception {
		SharedBackends.CUSTOMERS.answering((request, response) -> request.receive().then(response.send()));
		SharedBackends.SECOND_CUSTOMERS.answering((request, response) -> request.receive().then(response.send()));
		assertProblem(send(post("/api/v1/customers", chunked(2 * MEGABYTE))), 413);
	}

	@Test
	void aBodyUpToTheLimitPasses() throws Exception {
		SharedBackends.CUSTOMERS
			.answering((request, response) -> response.sendString(count(request.receive().asByteArray())));
		SharedBackends.SECOND_CUSTOMERS
			.answering((request, response) -> response.sendString(count(request.receive().asByteArray())));
		assertThat(send(post("/api/v1/customers", chunked(MEGABYTE))).body()).isEqualTo(String.valueOf(MEGABYTE));
		assertThat(send(post("/api/v1/customers/bulk", chunked(3 * MEGABYTE))).body())
			.isEqualTo(String.valueOf(3 * MEGABYTE));
	}

	@Test
	void readsAreRetriedWhenAnInstanceDisconnectsOrIsUnavailable() throws Exception {
		SharedBackends.CUSTOMERS.answering((request, response) -> {
			request.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
		assertThat(send(get("/api/v1/customers")).body()).isEqualTo("customers");
		assertThat(send(get("/api/v1/customers")).body()).isEqualTo("customers");
		SharedBackends.CUSTOMERS.answering((request, response) -> response.status(503).header("X-Busy", "yes").send());
		for (int i = 0; i < 2; i++) {
			HttpResponse<String> response = send(get("/api/v1/customers"));
			assertThat(response.body()).isEqualTo("customers");
			assertThat(response.headers().firstValue("X-Busy")).isEmpty();
		}
		assertThat(SharedBackends.CUSTOMERS.requests()).isNotEmpty();
	}

	@Test
	void aServiceUnavailableEverywhereIsReportedAsItIs() throws Exception {
		SharedBackends.CUSTOMERS
			.answering((request, response) -> response.status(503).header("Retry-After", "9").send());
		SharedBackends.SECOND_CUSTOMERS
			.answering((request, response) -> response.status(503).header("Retry-After", "9").send());
		HttpResponse<String> response = send(get("/api/v1/customers"));
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("9");
	}

	@Test
	void requestsWithSideEffectsAreNeverRetried() throws Exception {
		for (Backend backend : Arrays.asList(SharedBackends.CUSTOMERS, SharedBackends.SECOND_CUSTOMERS)) {
			backend.answering((request, response) -> request.receive().then(Mono.defer(() -> {
				request.withConnection((connection) -> connection.channel().close());
				return Mono.never();
			})));
		}
		assertProblem(send(post("/api/v1/customers", BodyPublishers.ofString("{}"))), 502);
		assertThat(SharedBackends.CUSTOMERS.requests().size() + SharedBackends.SECOND_CUSTOMERS.requests().size())
			.isEqualTo(1);
	}

	@Test
	void descriptionsOfServicesNeedATokenToo() throws Exception {
		assertProblem(send(HttpRequest.newBuilder(at("/docs/api/auth-service"))), 401);
		assertThat(send(get("/docs/api/auth-service")).body()).isEqualTo("access");
		assertThat(send(get("/docs/events/auth-service")).body()).isEqualTo("access");
		assertThat(SharedBackends.ACCESS.requests()).containsExactly("GET /v3/api-docs", "GET /v3/api-docs/events");
		assertThat(send(HttpRequest.newBuilder(at("/docs"))).body()).contains("swagger-ui-bundle.js");
		assertThat(send(HttpRequest.newBuilder(at("/docs/services"))).body()).contains("order-service");
	}

	@Test
	void ambiguousPathsAreRejected() throws Exception {
		assertProblem(send(get("/api/v1/customers/..%2f..%2factuator/env")), 400);
		assertProblem(send(get("/api/v1/customers/%2e%2e/%2e%2e/actuator")), 400);
	}

	private static Mono<String> count(Flux<byte[]> body) {
		return body.map((bytes) -> bytes.length).reduce(0, Integer::sum).map(String::valueOf);
	}

	private static void assertProblem(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(JsonPath.<Integer>read(response.body(), "$.status")).isEqualTo(status);
		assertThat(JsonPath.<String>read(response.body(), "$.type")).startsWith("urn:kehu:problem:");
		assertThat(JsonPath.<String>read(response.body(), "$.traceId")).matches("[0-9a-f]{32}");
		assertThat(JsonPath.<String>read(response.body(), "$.instance")).isEqualTo(response.uri().getRawPath());
		assertThat(JsonPath.<String>read(response.body(), "$.title")).isNotBlank();
	}

	private HttpRequest.Builder operations(String endpoint) {
		return HttpRequest.newBuilder(URI.create(this.operations + endpoint));
	}

	private HttpRequest.Builder get(String path) {
		return HttpRequest.newBuilder(at(path)).header("Authorization", TestToken.user("customer:read").header());
	}

	private HttpRequest.Builder post(String path, HttpRequest.BodyPublisher body) {
		return get(path).POST(body);
	}

	private static HttpRequest.BodyPublisher chunked(int size) {
		return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
	}

	private URI at(String path) {
		return URI.create(this.address + path.replace("[", "%5B").replace("]", "%5D"));
	}

}
