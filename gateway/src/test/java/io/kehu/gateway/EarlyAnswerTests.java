package io.kehu.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.RepeatedTest;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SharedGatewayTest
class EarlyAnswerTests {

	private static final int MEGABYTE = 1024 * 1024;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI address;

	EarlyAnswerTests(@LocalServerPort int port) {
		this.address = URI.create("http://127.0.0.1:" + port + "/api/v1/customers");
	}

	/** A client may fail to read the response while it is still sending. */
	@RepeatedTest(5)
	void aBodyFarAboveTheLimitIsRejectedBeforeAnInstanceSeesIt() throws Exception {
		SharedBackends.customersAnswering((request, response) -> response.sendString(Mono.just("taken")));
		HttpRequest request = HttpRequest.newBuilder(this.address)
			.header("Authorization", TestToken.user("customer:write").header())
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[20 * MEGABYTE])))
			.build();
		CompletableFuture<HttpResponse<String>> answer = this.client.sendAsync(request, BodyHandlers.ofString());
		try {
			HttpResponse<String> response = answer.get(60, TimeUnit.SECONDS);
			assertThat(response.statusCode()).isEqualTo(413);
			assertThat(response.body()).contains("The request body exceeds the limit of 1048576 bytes.");
		}
		catch (ExecutionException ex) {
			assertThat(ex).hasCauseInstanceOf(IOException.class);
		}
		assertThat(SharedBackends.CUSTOMERS.requests()).isEmpty();
		assertThat(SharedBackends.SECOND_CUSTOMERS.requests()).isEmpty();
	}

}
