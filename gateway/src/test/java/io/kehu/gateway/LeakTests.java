package io.kehu.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.kehu.platform.test.token.TestToken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SharedGatewayTest
@TestPropertySource(properties = { "spring.cloud.gateway.server.webflux.httpclient.response-timeout=100ms",
		"kehu.gateway.circuit.minimum=1000", "kehu.gateway.bodies.limit=64KB" })
class LeakTests {

	private static final Duration TIME_ENOUGH = Duration.ofSeconds(60);

	private static final int ROUNDS = 20;

	private static final String LOST_BEFORE = "leaked before the test";

	private static final String LOST_HERE = "leaked by the test itself";

	private final ListAppender<ILoggingEvent> reports = new ListAppender<>();

	private final Logger detector = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

	private final ResourceLeakDetector.Level usual = ResourceLeakDetector.getLevel();

	private final HttpClient client;

	private final int port;

	LeakTests(@LocalServerPort int port) {
		this.port = port;
		this.client = HttpClient.create()
			.baseUrl("http://127.0.0.1:" + port)
			.headers(
					(headers) -> headers.set(HttpHeaderNames.AUTHORIZATION, TestToken.user("customer:write").header()));
	}

	@BeforeEach
	void watch() {
		SharedBackends.customersAnswering(LeakTests::answer);
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		this.reports.start();
		this.detector.addAppender(this.reports);
		awaitReportOfALostBuffer(LOST_BEFORE);
		this.reports.list.clear();
	}

	@AfterEach
	void stopWatching() {
		this.detector.detachAppender(this.reports);
		ResourceLeakDetector.setLevel(this.usual);
	}

	@Test
	void noBufferLeaksOnAnyFailure() {
		AtomicInteger answered = new AtomicInteger();
		for (int round = 0; round < ROUNDS; round++) {
			Flux.merge(ordinary(), tooLong(true), tooLong(false), withoutToken(), lostUpstream(), slowUpstream(),
					abandoned())
				.doOnNext((status) -> answered.incrementAndGet())
				.blockLast(TIME_ENOUGH);
			abort();
		}
		assertThat(answered).hasValue(ROUNDS * 7);
		awaitReportOfALostBuffer(LOST_HERE);
		assertThat(this.reports.list).extracting(ILoggingEvent::getFormattedMessage)
			.allMatch((report) -> report.contains(LOST_HERE));
	}

	/**
	 * Waits until the detector has reported this leak, and therefore all earlier ones.
	 */
	private void awaitReportOfALostBuffer(String hint) {
		ByteBufAllocator.DEFAULT.buffer(16).touch(hint);
		await().atMost(TIME_ENOUGH).until(() -> {
			System.gc();
			ByteBufAllocator.DEFAULT.buffer(16).release();
			return List.copyOf(this.reports.list)
				.stream()
				.anyMatch((report) -> report.getFormattedMessage().contains(hint));
		});
	}

	private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		String kind = request.uri().substring(request.uri().indexOf('=') + 1);
		return switch (kind) {
			case "take" -> request.receive().then(response.sendString(Mono.just("taken")).then());
			case "reset" -> request.receive()
				.take(1)
				.then(Mono.fromRunnable(() -> request.withConnection((connection) -> connection.channel().close())));
			case "endless" -> response.header("Content-Type", "application/x-ndjson")
				.send(Flux.<ByteBuf>generate((sink) -> sink.next(Unpooled.wrappedBuffer(new byte[16_384]))));
			case "late" -> request.receive().then(Mono.never());
			default -> response.status(404).send();
		};
	}

	private Mono<Integer> ordinary() {
		return post("/api/v1/customers?answer=take", body(3));
	}

	private Mono<Integer> tooLong(boolean declared) {
		HttpClient sender = declared ? this.client.headers((headers) -> headers.set("Content-Length", 10 * 16_384))
				: this.client;
		return post(sender, "/api/v1/customers?answer=take", body(10));
	}

	private Mono<Integer> withoutToken() {
		return post(this.client.headers((headers) -> headers.remove(HttpHeaderNames.AUTHORIZATION)),
				"/api/v1/customers", body(3));
	}

	private Mono<Integer> lostUpstream() {
		return post("/api/v1/customers?answer=reset", body(2));
	}

	private Mono<Integer> slowUpstream() {
		return post("/api/v1/customers?answer=late", body(2));
	}

	/** A client that disconnects during the response. */
	private Mono<Integer> abandoned() {
		return this.client.get()
			.uri("/api/v1/customers/export?answer=endless")
			.responseContent()
			.take(2)
			.then(Mono.just(200))
			.onErrorReturn(0);
	}

	/** A client that disconnects during its request. */
	private void abort() {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoLinger(true, 0);
			socket.getOutputStream()
				.write(("POST /api/v1/customers/bulk?answer=take HTTP/1.1\r\nHost: kehu\r\nAuthorization: "
						+ TestToken.user("customer:write").header() + "\r\nContent-Length: 100000\r\n\r\n"
						+ "x".repeat(20_000))
					.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Mono<Integer> post(String path, Flux<ByteBuf> body) {
		return post(this.client, path, body);
	}

	private static Mono<Integer> post(HttpClient sender, String path, Flux<ByteBuf> body) {
		return sender.post()
			.uri(path)
			.send(body)
			.responseSingle((response, content) -> content.then(Mono.just(response.status().code())))
			.onErrorReturn(0);
	}

	private static Flux<ByteBuf> body(int chunks) {
		return Flux.range(0, chunks).map((chunk) -> Unpooled.wrappedBuffer(new byte[16_384]));
	}

}
