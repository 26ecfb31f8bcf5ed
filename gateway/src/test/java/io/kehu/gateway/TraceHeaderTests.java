package io.kehu.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class TraceHeaderTests {

	@Test
	void namesTheTraceOfTheCaller() {
		String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("/").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
		new TraceHeader().filter(exchange, (next) -> next.getResponse().setComplete()).block();
		assertThat(exchange.getResponse().getHeaders().get(TraceHeader.NAME)).containsExactly(trace);
	}

	@Test
	void beginsATraceForOtherCallersAndReplacesTheHeaderOfTheInstance() {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
		new TraceHeader().filter(exchange, (next) -> {
			next.getResponse().getHeaders().add(TraceHeader.NAME, "of the instance");
			return next.getResponse().setComplete();
		}).block();
		assertThat(exchange.getResponse().getHeaders().get(TraceHeader.NAME)).singleElement()
			.asString()
			.matches("[0-9a-f]{32}");
	}

}
