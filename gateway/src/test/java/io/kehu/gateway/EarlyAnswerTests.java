package io.kehu.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.RepeatedTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.web.server.LocalServerPort;

import io.kehu.platform.test.token.TestToken;

import static org.assertj.core.api.Assertions.assertThat;

@SharedGatewayTest
class EarlyAnswerTests {

	private static final int MEGABYTE = 1024 * 1024;

	private static final int REPETITIONS = 5;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI address;

	EarlyAnswerTests(@LocalServerPort int port) {
		this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/customers");
	}

	@RepeatedTest(REPETITIONS)
	void aSlowResponseArrivesCompletelyOrNotAtAll() throws Exception {
		SharedBackends.customersAnswering((request, response) -> response.status(400)
			.sendString(Flux.range(0, 10).map((i) -> "part;").delayElements(Duration.ofMillis(30))));
		assertAnswered("part;".repeat(10));
	}

	@RepeatedTest(REPETITIONS)
	void anInstanceMayRejectTheBodyItself() throws Exception {
		SharedBackends.customersAnswering((request, response) -> {
			AtomicLong received = new AtomicLong();
			return request.receive()
				.asByteArray()
				.takeUntil((part) -> received.addAndGet(part.length) > MEGABYTE - 100_000)
				.then(response.status(400).sendString(Mono.just("too long")).then());
		});
		assertAnswered("too long");
	}

	@RepeatedTest(2)
	void aResponseThatDependsOnTheWholeBodyIsAborted() throws Exception {
		SharedBackends.customersAnswering((request, response) -> response.status(400)
			.send(request.receive().map((part) -> Unpooled.wrappedBuffer(new byte[1])), (part) -> true));
		HttpResponse<String> response = send();
		assertThat(response == null || response.statusCode() == 413).isTrue();
	}

	/**
	 * The response is either the gateway's rejection or that of the instance, whichever
	 * came first, or none if the machine pauses for longer than the grace period.
	 */
	private void assertAnswered(String answer) throws Exception {
		HttpResponse<String> response = send();
		if (response == null) {
			return;
		}
		if (response.statusCode() == 413) {
			assertThat(response.body()).contains("The request body exceeds the limit of 1048576 bytes.");
		}
		else {
			assertThat(response.statusCode()).isEqualTo(400);
			assertThat(response.body()).isEqualTo(answer);
		}
	}

	/**
	 * Returns the response to a body far above the limit, or null if the connection was
	 * closed.
	 */
	private HttpResponse<String> send() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.header("Authorization", TestToken.user("customer:write").header())
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[20 * MEGABYTE])))
			.build();
		CompletableFuture<HttpResponse<String>> answer = this.client.sendAsync(request, BodyHandlers.ofString());
		try {
			return answer.get(60, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(IOException.class);
			return null;
		}
	}

}
