package io.kehu.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that begin a request and don't finish it, as many as there are connections to
 * an instance and more.
 */
@SharedGatewayTest
class SlowBodyTests {

	private static final int ATTACKERS = 520;

	private static final int REQUESTS = 1_000;

	private static final int AT_A_TIME = 16;

	private final List<Socket> attackers = new ArrayList<>();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	private final HeldBodies bodies;

	private final EdgeProperties edge;

	@Autowired
	SlowBodyTests(@LocalServerPort int port, HeldBodies bodies, EdgeProperties edge) {
		this.port = port;
		this.bodies = bodies;
		this.edge = edge;
	}

	@AfterEach
	void disconnect() throws IOException {
		for (Socket attacker : this.attackers) {
			attacker.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST /oauth2/token", "GET /login", "POST /api/v1/customers" })
	void unfinishedRequestsHinderNobody(String attacked) throws Exception {
		SharedBackends.ACCESS.answering((request,
				response) -> request.receive().aggregate().then(response.sendString(Mono.just("answer")).then()));
		SharedBackends.customersAnswering((request,
				response) -> request.receive().aggregate().then(response.sendString(Mono.just("answer")).then()));
		for (int i = 0; i < ATTACKERS; i++) {
			attack(attacked);
		}
		assertThat(failures(attacked.substring(attacked.indexOf(' ') + 1))).isZero();
		assertThat(SharedBackends.ACCESS.requests().size() + SharedBackends.CUSTOMERS.requests().size()
				+ SharedBackends.SECOND_CUSTOMERS.requests().size())
			.isEqualTo(REQUESTS);
		Socket first = this.attackers.get(0);
		first.setSoTimeout(60_000);
		assertThat(new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408")
			.contains("application/problem+json", "The request body did not arrive in time.");
	}

	/** Almost complete bodies of the largest size, of one client. */
	@Test
	void unfinishedBodiesOccupyLittleMemory() throws Exception {
		SharedBackends.customersAnswering((request,
				response) -> request.receive().aggregate().then(response.sendString(Mono.just("answer")).then()));
		int limit = (int) this.edge.bodies().limit().toBytes();
		long most = this.edge.bodies().memoryPerPeer().toBytes();
		for (int i = 0; i < 20; i++) {
			attack("POST /api/v1/customers", limit, "x".repeat(limit - 1));
			assertThat(this.bodies.memory()).isLessThanOrEqualTo(most);
		}
		assertThat(failures("/api/v1/customers")).isZero();
	}

	@Test
	void aRequestThatNeedsNoTokenHasALowLimit() throws Exception {
		attack("POST /oauth2/token", 70_000, "grant_type=");
		Socket attacker = this.attackers.get(0);
		attacker.setSoTimeout(60_000);
		byte[] answer = new byte[12];
		assertThat(attacker.getInputStream().readNBytes(answer, 0, answer.length)).isEqualTo(answer.length);
		assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
		assertThat(SharedBackends.ACCESS.requests()).isEmpty();
	}

	private void attack(String line) throws IOException {
		attack(line, 1_000, "grant_type=");
	}

	private void attack(String line, int length, String sent) throws IOException {
		Socket attacker = new Socket("127.0.0.1", this.port);
		this.attackers.add(attacker);
		attacker.getOutputStream()
			.write((line + " HTTP/1.1\r\nHost: kehu\r\nAuthorization: " + token() + "\r\n" + "Content-Length: " + length
					+ "\r\n\r\n" + sent)
				.getBytes(StandardCharsets.US_ASCII));
	}

	/** Counts the requests that are not answered as they would be on a quiet day. */
	private long failures(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Authorization", token())
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build();
		Semaphore free = new Semaphore(AT_A_TIME);
		return IntStream.range(0, REQUESTS).mapToObj((i) -> {
			free.acquireUninterruptibly();
			return this.client.sendAsync(request, BodyHandlers.ofString())
				.thenApply(HttpResponse::statusCode)
				.exceptionally((failure) -> 0)
				.whenComplete((status, failure) -> free.release());
		}).toList().stream().filter((status) -> status.join() != 200).count();
	}

	private static String token() {
		return TestToken.user("customer:write").header();
	}

}
