package io.kehu.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests weights that are set at run time, and requests that are sent again.
 */
@SharedGatewayTest
class BalancingTests {

	private final HttpClient client = HttpClient.newHttpClient();

	private final URI customers;

	private final URI weights;

	BalancingTests(@LocalServerPort int port, @LocalManagementPort int operations) {
		this.customers = URI.create("http://127.0.0.1:" + port + "/api/v1/customers");
		this.weights = URI.create("http://127.0.0.1:" + operations + WeightEndpoint.PATH);
	}

	@BeforeEach
	void answer() throws Exception {
		SharedBackends.CUSTOMERS.answering((request, response) -> response.sendString(Mono.just("first")));
		SharedBackends.SECOND_CUSTOMERS.answering((request, response) -> response.sendString(Mono.just("second")));
		send("GET", null);
	}

	@AfterEach
	void removeWeights() throws Exception {
		for (String instance : instances()) {
			set("customer-service", instance, "null");
		}
	}

	@Test
	void weightsCanBeReadAndSetAtRunTime() throws Exception {
		HttpResponse<String> before = read();
		assertThat(before.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<String>read(before.body(), "$.customer-service.strategy")).isEqualTo("weighted");
		assertThat(JsonPath.<List<Integer>>read(before.body(), "$.customer-service.instances[*].share"))
			.containsExactly(1, 1);
		HttpResponse<String> after = set("customer-service", instances().get(0), "0");
		assertThat(after.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<List<Integer>>read(after.body(), "$.customer-service.instances[*].share"))
			.containsExactly(0, 1);
		String only = send("GET", null).body();
		for (int i = 0; i < 10; i++) {
			assertThat(send("GET", null).body()).isEqualTo(only);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			customer-service | nobody | 1       | 404 | no such instance
			nobody-service   | nobody | 1       | 404 | no such service
			customer-service | nobody | -1      | 400 | /weight
			customer-service | nobody | 1000001 | 400 | /weight
			customer-service | nobody | "heavy" | 400 | must be""")
	void refusesWeightsItCannotSet(String service, String instance, String weight, int status, String detail)
			throws Exception {
		HttpResponse<String> refused = set(service, instance, weight);
		assertThat(refused.statusCode()).isEqualTo(status);
		assertThat(refused.body()).contains(detail);
	}

	@Test
	void weightsAreNotOnThePublicPort() throws Exception {
		URI open = this.customers.resolve(WeightEndpoint.PATH);
		assertThat(this.client.send(HttpRequest.newBuilder(open).build(), BodyHandlers.ofString()).statusCode())
			.isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT", "DELETE" })
	void idempotentRequestsAreSentAgainAfterALostConnection(String method) throws Exception {
		SharedBackends.CUSTOMERS.answering((request, response) -> loseConnection(response));
		for (int i = 0; i < 4; i++) {
			assertThat(send(method, "content").statusCode()).isEqualTo(200);
		}
		assertThat(SharedBackends.CUSTOMERS.requests()).isNotEmpty();
	}

	@Test
	void aPostIsOnlySentAgainWithAKey() throws Exception {
		SharedBackends.customersAnswering((request, response) -> loseConnection(response));
		assertThat(send("POST", "content").statusCode()).isEqualTo(502);
		assertThat(requests()).isEqualTo(1);
		assertThat(send("POST", "content", "Idempotency-Key", "k1").statusCode()).isEqualTo(502);
		assertThat(requests()).isGreaterThan(2);
	}

	@ParameterizedTest
	@CsvSource({ "PUT, If-Match", "PUT, If-None-Match", "DELETE, If-Match" })
	void aRequestWithAConditionIsSentOnce(String method, String condition) throws Exception {
		SharedBackends.customersAnswering((request, response) -> loseConnection(response));
		assertThat(send(method, "content", condition, "\"1\"").statusCode()).isEqualTo(502);
		assertThat(requests()).isEqualTo(1);
	}

	private static Mono<Void> loseConnection(reactor.netty.http.server.HttpServerResponse response) {
		response.withConnection((connection) -> connection.channel().close());
		return Mono.never();
	}

	private static int requests() {
		return SharedBackends.CUSTOMERS.requests().size() + SharedBackends.SECOND_CUSTOMERS.requests().size();
	}

	private List<String> instances() throws Exception {
		return JsonPath.read(read().body(), "$.customer-service.instances[*].id");
	}

	private HttpResponse<String> read() throws Exception {
		return this.client.send(HttpRequest.newBuilder(this.weights).build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> set(String service, String instance, String weight) throws Exception {
		String body = "{\"service\": \"%s\", \"instance\": \"%s\", \"weight\": %s}".formatted(service, instance,
				weight);
		return this.client.send(HttpRequest.newBuilder(this.weights)
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> send(String method, String body, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.customers)
			.header("Authorization", TestToken.user("customer:read").header())
			.method(method, (body != null && !method.equals("GET") && !method.equals("HEAD"))
					? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
