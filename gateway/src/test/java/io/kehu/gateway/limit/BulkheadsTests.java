package io.kehu.gateway.limit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BulkheadsTests {

	private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

	private final Bulkheads bulkheads = new Bulkheads(2, this.metrics);

	@Test
	void aSlowServiceDoesNotOccupyTheOthers() {
		Disposable first = send("orders", Mono.never()).subscribe();
		send("orders", Mono.never()).subscribe();
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> send("orders", Mono.empty()).block())
			.satisfies((refusal) -> assertThat(refusal.getStatusCode().value()).isEqualTo(503));
		send("customers", Mono.empty()).block();
		assertThat(this.metrics.get("kehu.gateway.requests.active").tag("route", "orders").gauge().value())
			.isEqualTo(2);
		first.dispose();
		send("orders", Mono.empty()).block();
	}

	private Mono<Void> send(String route, Mono<Void> answer) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		exchange.getAttributes()
			.put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
					Route.async().id(route).uri("lb://service").predicate((any) -> true).build());
		return this.bulkheads.filter(exchange, (passed) -> answer);
	}

}
