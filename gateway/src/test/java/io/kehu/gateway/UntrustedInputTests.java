package io.kehu.gateway;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SharedGatewayTest
class UntrustedInputTests {

	private final RawClient client;

	UntrustedInputTests(@LocalServerPort int port) {
		this.client = new RawClient(port);
	}

	@BeforeEach
	void answer() {
		SharedBackends.ACCESS.answering((request, response) -> response.sendString(Mono.just("access")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /login|x HTTP/1.1", "GET /log\"in HTTP/1.1", "GET /login/%zz HTTP/1.1",
			"GET /login?a=% HTTP/1.1", "GET //login HTTP/1.1", "GET nowhere: HTTP/1.1", "GET /login" })
	void malformedRequestLinesAreRejected(String line) throws Exception {
		assertProblem(send(line), 400);
		assertThat(SharedBackends.ACCESS.requests()).isEmpty();
	}

	@Test
	void overlongRequestsAreRejectedWithAProblem() throws Exception {
		assertProblem(send("GET /login?a=" + "x".repeat(30_000) + " HTTP/1.1"), 414);
		assertProblem(send("GET /login HTTP/1.1", "X-Long: " + "x".repeat(40_000)), 431);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Host: kehu\r\nHost: kehu\r\n", "Host: kehu\r\nHost: evil.example\r\n", "Host:\r\n",
			"Host: kehu/evil\r\n", "Host: kehu, evil.example\r\n", "Host: user@kehu\r\n" })
	void aRequestNamesExactlyOneHost(String hosts) throws Exception {
		assertProblem(this.client.send("GET /login HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n"), 400);
		assertThat(SharedBackends.ACCESS.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1\r\nHost: 127.0.0.1:8080", "HTTP/1.1\r\nHost: [::1]:8080", "HTTP/1.0" })
	void otherHostsAreServed(String rest) throws Exception {
		assertThat(this.client.send("GET /login " + rest + "\r\nConnection: close\r\n\r\n")).contains("access");
	}

	@Test
	void nothingIsServedAfterARejectedRequest() throws Exception {
		String answers = this.client.send(
				"POST /login|x HTTP/1.1\r\nHost: kehu\r\nContent-Length: 24\r\n\r\nGET /login HTTP/1.1\r\n\r\n\r\n\r\n");
		assertThat(answers).startsWith("HTTP/1.1 400").doesNotContain("HTTP/1.1 200");
		assertThat(SharedBackends.ACCESS.requests()).isEmpty();
	}

	@Test
	void conflictingLengthsAreRejected() throws Exception {
		assertThat(send("POST /login HTTP/1.1", "Content-Length: 3", "Content-Length: 30")).startsWith("HTTP/1.1 400");
		assertThat(SharedBackends.ACCESS.requests()).isEmpty();
	}

	@Test
	void connectionHeadersAreNotForwarded() throws Exception {
		assertThat(send("GET /login HTTP/1.1", "Connection: close, X-Hop", "X-Hop: 1", "Keep-Alive: timeout=9",
				"Proxy-Connection: x", "TE: trailers", "Trailer: X-Late", "Upgrade: h2c",
				"Proxy-Authorization: Basic eA==", "X-Ordinary: 1"))
			.contains("access");
		HttpHeaders seen = SharedBackends.ACCESS.lastHeaders();
		assertThat(seen.get("X-Ordinary")).isEqualTo("1");
		for (String name : List.of("X-Hop", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Upgrade",
				"Proxy-Authorization")) {
			assertThat(seen.contains(name)).as(name).isFalse();
		}
		assertThat(seen.getAll("Connection")).doesNotContain("close, X-Hop");
	}

	@Test
	void forwardedHeadersOfCallersAreDropped() throws Exception {
		send("GET /login HTTP/1.1", "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 7.7.7.7", "x-forwarded-host: evil",
				"X-FORWARDED-PROTO: https", "X-Forwarded-Port: 1", "X-Forwarded-Prefix: /evil", "X-Forwarded-Ssl: on",
				"Forwarded: for=6.6.6.6", "X-Real-IP: 6.6.6.6");
		HttpHeaders seen = SharedBackends.ACCESS.lastHeaders();
		assertThat(seen.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(seen.getAll("X-Forwarded-Host")).containsExactly("kehu");
		assertThat(seen.getAll("X-Forwarded-Proto")).containsExactly("http");
		for (String name : List.of("X-Forwarded-Prefix", "X-Forwarded-Ssl", "Forwarded", "X-Real-IP")) {
			assertThat(seen.contains(name)).as(name).isFalse();
		}
		assertThat(seen.toString()).doesNotContain("6.6.6.6").doesNotContain("evil");
	}

	@Test
	void severalTraceParentsAreIgnored() throws Exception {
		String claim = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
		send("GET /login HTTP/1.1", claim, claim.replace("4bf9", "5bf9"), "tracestate: a=b");
		assertThat(SharedBackends.ACCESS.lastHeaders().getAll("traceparent")).hasSize(1);
		assertThat(SharedBackends.ACCESS.lastHeaders().get("traceparent"))
			.doesNotContain("bf92f3577b34da6a3ce929d0e0e4736");
		assertThat(SharedBackends.ACCESS.lastHeaders().contains("tracestate")).isFalse();
	}

	private String send(String line, String... headers) throws Exception {
		String close = String.join("\r\n", headers).contains("Connection: close") ? "" : "Connection: close\r\n";
		StringBuilder request = new StringBuilder(line).append("\r\nHost: kehu\r\n").append(close);
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		return this.client.send(request.append("\r\n").toString());
	}

	private static void assertProblem(String answer, int status) {
		assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
		String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
		assertThat(JsonPath.<Integer>read(body, "$.status")).isEqualTo(status);
		assertThat(JsonPath.<String>read(body, "$.type")).startsWith("urn:kehu:problem:");
		String trace = JsonPath.read(body, "$.traceId");
		assertThat(trace).matches("[0-9a-f]{32}");
		assertThat(answer).containsIgnoringCase("\r\nTrace-Id: " + trace + "\r\n");
	}

}
