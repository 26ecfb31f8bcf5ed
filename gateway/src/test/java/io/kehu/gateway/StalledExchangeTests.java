package io.kehu.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.test.token.TestToken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SharedGatewayTest
@TestPropertySource(properties = "kehu.gateway.stalled-after=2s")
class StalledExchangeTests {

	private static final Duration TIME_ENOUGH = Duration.ofSeconds(60);

	private final AtomicInteger begun = new AtomicInteger();

	private final AtomicInteger underWay = new AtomicInteger();

	private final int port;

	StalledExchangeTests(@LocalServerPort int port) {
		this.port = port;
	}

	@BeforeEach
	void answer() {
		SharedBackends.customersAnswering((request, response) -> Mono.<Void>defer(() -> {
			this.underWay.incrementAndGet();
			this.begun.incrementAndGet();
			return Mono.from(answer(request, response));
		}).doFinally((end) -> this.underWay.decrementAndGet()));
	}

	@AfterEach
	void everyExchangeHasEnded() {
		await().atMost(TIME_ENOUGH).untilAtomic(this.underWay, (count) -> assertThat(count).isZero());
	}

	/** Regardless of whether the instance is still connected. */
	@ParameterizedTest
	@ValueSource(strings = { "endless", "lost" })
	void aClientThatStopsReadingIsDisconnected(String answer) throws IOException {
		try (Socket client = connect(export(answer))) {
			await().atMost(TIME_ENOUGH).untilAtomic(this.begun, (count) -> assertThat(count).isOne());
			await().atMost(TIME_ENOUGH).untilAtomic(this.underWay, (count) -> assertThat(count).isZero());
			await().atMost(TIME_ENOUGH).until(() -> isDisconnected(client));
		}
	}

	@Test
	void aClientThatStopsSendingIsDisconnected() throws IOException {
		assertThat(new RawClient(this.port).send(bulk("1\n"))).contains("1\n").doesNotEndWith("0\r\n\r\n");
	}

	@Test
	void aClientThatSendsSlowlyIsServed() throws Exception {
		try (Socket client = connect(bulk("1\n"))) {
			AtomicInteger line = new AtomicInteger(1);
			await().atMost(TIME_ENOUGH).pollInterval(Duration.ofMillis(400)).until(() -> {
				send(client, "2\r\n%d\n\r\n".formatted(line.incrementAndGet()));
				return line.get() == 8;
			});
			send(client, "0\r\n\r\n");
			client.setSoTimeout((int) TIME_ENOUGH.toMillis());
			assertThat(client.getInputStream().readAllBytes()).asString().contains("1\n", "8\n").endsWith("0\r\n\r\n");
		}
	}

	@Test
	void aClientThatWaitsForAnInstanceIsServed() throws IOException {
		assertThat(new RawClient(this.port).send(export("slow"))).contains("begin", "end");
	}

	private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		String kind = request.uri().substring(request.uri().indexOf('=') + 1);
		return switch (kind) {
			case "endless" -> response.header("Content-Type", "text/csv").send(endless());
			case "lost" -> response.header("Content-Type", "text/csv")
				.send(endless())
				.then()
				.timeout(Duration.ofMillis(500))
				.onErrorResume((late) -> {
					request.withConnection((connection) -> connection.channel().close());
					return Mono.empty();
				});
			case "slow" -> response.header("Content-Type", "text/csv")
				.sendString(Flux.concat(Mono.just("begin"), Mono.just("end").delayElement(Duration.ofSeconds(3))),
						StandardCharsets.US_ASCII);
			default -> response.header("Content-Type", "application/x-ndjson").send(request.receive().retain());
		};
	}

	private static Flux<ByteBuf> endless() {
		return Flux.generate((sink) -> sink.next(Unpooled.wrappedBuffer(new byte[16_384])));
	}

	private static String export(String kind) {
		return "GET /api/v1/customers/export?answer=" + kind + " HTTP/1.1\r\n" + headers() + "\r\n";
	}

	private static String bulk(String beginning) {
		return "POST /api/v1/customers/bulk?answer=same HTTP/1.1\r\n" + headers() + "Transfer-Encoding: chunked\r\n\r\n"
				+ "%x\r\n%s\r\n".formatted(beginning.length(), beginning);
	}

	private static String headers() {
		return "Host: kehu\r\nConnection: close\r\nAuthorization: "
				+ TestToken.user("customer:read", "customer:write").header() + "\r\n";
	}

	private Socket connect(String beginning) throws IOException {
		Socket client = new Socket();
		client.setReceiveBufferSize(4_096);
		client.connect(new InetSocketAddress("127.0.0.1", this.port));
		send(client, beginning);
		return client;
	}

	private static void send(Socket client, String text) throws IOException {
		client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
	}

	/** Determines this without reading. */
	private static boolean isDisconnected(Socket client) {
		try {
			client.getOutputStream().write('x');
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

}
