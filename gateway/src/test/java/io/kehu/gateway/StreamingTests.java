package io.kehu.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.kehu.platform.test.token.TestToken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SharedGatewayTest
class StreamingTests {

	private static final Duration TIME_ENOUGH = Duration.ofSeconds(60);

	private final HttpClient client;

	StreamingTests(@LocalServerPort int port) {
		this.client = HttpClient.create()
			.baseUrl("http://127.0.0.1:" + port)
			.headers((headers) -> headers.set(HttpHeaderNames.AUTHORIZATION, TestToken.user("customer:write").header())
				.set(HttpHeaderNames.CONTENT_TYPE, "application/x-ndjson"));
	}

	@Test
	void responsesStreamWhileTheRequestIsStillBeingSent() {
		SharedBackends.customersAnswering((request, response) -> response.header("Content-Type", "application/x-ndjson")
			.send(request.receive().asString().map((line) -> bytes("done " + line)), (buffer) -> true));
		Sinks.Many<String> lines = Sinks.many().unicast().onBackpressureBuffer();
		StringBuffer answer = new StringBuffer();
		lines.emitNext("1\n", Sinks.EmitFailureHandler.FAIL_FAST);
		Flux<String> answers = this.client.post()
			.uri("/api/v1/customers/bulk")
			.send((request, outbound) -> outbound.send(lines.asFlux().map(StreamingTests::bytes), (buffer) -> true))
			.responseContent()
			.asString();
		answers.doOnNext(answer::append).subscribe();
		for (int line = 2; line <= 4; line++) {
			String soFar = "done " + (line - 1) + "\n";
			await().atMost(TIME_ENOUGH).untilAsserted(() -> assertThat(answer).endsWith(soFar));
			lines.emitNext(line + "\n", Sinks.EmitFailureHandler.FAIL_FAST);
		}
		await().atMost(TIME_ENOUGH).untilAsserted(() -> assertThat(answer).endsWith("done 4\n"));
		lines.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
		assertThat(answer).hasToString("done 1\ndone 2\ndone 3\ndone 4\n");
	}

	@Test
	void longBodiesPassBothWaysWithoutBeingBuffered() {
		SharedBackends.customersAnswering((request, response) -> response.header("Content-Type", "application/x-ndjson")
			.send(request.receive().retain()));
		byte[] chunk = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
		int chunks = 4_096;
		AtomicLong received = new AtomicLong();
		Flux<ByteBuf> body = Flux.range(0, chunks).map((i) -> Unpooled.wrappedBuffer(chunk));
		this.client.post()
			.uri("/api/v1/customers/bulk")
			.send(body)
			.responseContent()
			.doOnNext((buffer) -> received.addAndGet(buffer.readableBytes()))
			.blockLast(TIME_ENOUGH);
		assertThat(received).hasValue((long) chunks * chunk.length);
	}

	@Test
	void aSlowReaderSlowsTheSenderDown() {
		AtomicLong sent = new AtomicLong();
		byte[] chunk = new byte[64 * 1024];
		SharedBackends.customersAnswering((request, response) -> response.header("Content-Type", "text/csv")
			.send(Flux.range(0, 100_000).map((i) -> {
				sent.incrementAndGet();
				return Unpooled.wrappedBuffer(chunk);
			})));
		Long first = this.client.get()
			.uri("/api/v1/customers/export")
			.responseContent()
			.map((buffer) -> (long) buffer.readableBytes())
			.limitRate(1)
			.concatMap((size) -> Flux.just(size).delayElements(Duration.ofMillis(5)), 1)
			.take(100)
			.blockLast(TIME_ENOUGH);
		assertThat(first).isPositive();
		assertThat(sent.get()).isLessThan(2_000);
	}

	private static ByteBuf bytes(String text) {
		return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
	}

}
