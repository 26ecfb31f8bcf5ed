package io.kehu.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.RepeatedTest;

import org.springframework.boot.test.web.server.LocalManagementPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Consecutive requests on one connection, answered by a thread other than the one that
 * reads them.
 */
@SharedGatewayTest
class KeepAliveTests {

	private static final Duration TIME_ENOUGH = Duration.ofSeconds(60);

	private final URI operations;

	KeepAliveTests(@LocalManagementPort int port) {
		this.operations = URI.create("http://127.0.0.1:" + port);
	}

	@RepeatedTest(100)
	void answersEveryRequestOfAConnection() throws Exception {
		HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
		for (String path : List.of("/actuator/prometheus", "/actuator/health", "/actuator/prometheus",
				"/actuator/health")) {
			HttpRequest request = HttpRequest.newBuilder(this.operations.resolve(path)).timeout(TIME_ENOUGH).build();
			assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		}
	}

}
