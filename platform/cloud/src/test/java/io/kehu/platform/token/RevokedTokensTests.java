package io.kehu.platform.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is logged when the list of revocations cannot be read.
 */
@ExtendWith(OutputCaptureExtension.class)
class RevokedTokensTests {

	private final AtomicInteger requests = new AtomicInteger();

	private volatile int status;

	private HttpServer server;

	@BeforeEach
	void listen() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(this.status, -1);
			exchange.close();
			this.requests.incrementAndGet();
		});
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	/** Waiting helps against an outage, but not against a refusal. */
	@ParameterizedTest
	@CsvSource({ "401, 1", "403, 1", "503, 0" })
	void aRefusalIsLoggedOnce(int answer, int lines, CapturedOutput output) {
		this.status = answer;
		URI address = URI
			.create("http://127.0.0.1:%d/internal/revocations".formatted(this.server.getAddress().getPort()));
		RevokedTokens revoked = new RevokedTokens(address, Duration.ofSeconds(30), Clock.systemUTC(), null);
		try {
			await().until(() -> this.requests.get() > 2);
		}
		finally {
			revoked.close();
		}
		assertThat(output.getAll().lines().filter((line) -> line.contains("refuses the list of revocations")))
			.hasSize(lines);
	}

}
