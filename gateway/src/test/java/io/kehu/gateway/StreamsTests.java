package io.kehu.gateway;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

class StreamsTests {

	private final Streams streams = new Streams(new EdgeProperties.Streams(2, 3));

	private final List<Disposable> open = new ArrayList<>();

	@Test
	void aCallerHasAFewStreamsAndAServiceSomeMore() {
		assertThat(open("ada", true)).isZero();
		assertThat(open("ada", true)).isZero();
		assertThat(open("ada", true)).isEqualTo(429);
		assertThat(open("bob", true)).isZero();
		assertThat(open("cyd", true)).isEqualTo(503);
		assertThat(open("ada", false)).isZero();
		this.open.get(0).dispose();
		assertThat(open("ada", true)).isZero();
	}

	/** Returns the status of the refusal, or 0 if the stream is open. */
	private int open(String caller, boolean streams) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/customers"));
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
					Route.async()
						.id("route")
						.uri(URI.create("lb://customer-service"))
						.predicate((any) -> true)
						.metadata(Map.of(Streams.STREAMS, streams))
						.build());
		exchange.getAttributes().put(TokenCheck.class.getName(), caller);
		List<Integer> refused = new ArrayList<>();
		this.open.add(this.streams.filter(exchange, (next) -> Mono.never()).subscribe((none) -> {
		}, (failure) -> refused.add(((ResponseStatusException) failure).getStatusCode().value())));
		return refused.isEmpty() ? 0 : refused.get(0);
	}

}
