package io.kehu.gateway;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.handler.DefaultWebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

class CrossOriginTests {

	private static final String SHOP = "https://shop.example.org";

	private static final String OTHER = "https://other.example.org";

	private static final String URL = "https://kehu.example.org/api/v1/customers";

	@ParameterizedTest
	@ValueSource(strings = { SHOP, OTHER, "null" })
	void isOffByDefault(String origin) {
		assertRefused(preflight(List.of(), origin, "PATCH"));
		MockServerHttpResponse answer = call(List.of(), origin);
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
		assertThat(answer.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isFalse();
	}

	@Test
	void answersPreflightRequestsOfAllowedOrigins() {
		MockServerHttpResponse answer = preflight(List.of(SHOP), SHOP, "PATCH");
		assertThat(answer.getStatusCode()).isNull();
		assertThat(answer.getHeaders().getAccessControlAllowOrigin()).isEqualTo(SHOP);
		assertThat(answer.getHeaders().getAccessControlAllowHeaders()).containsExactly("authorization", "if-match");
		assertThat(answer.getHeaders().getAccessControlAllowCredentials()).isFalse();
		assertRefused(preflight(List.of(SHOP), SHOP, "TRACE"));
		assertRefused(preflight(List.of(SHOP), OTHER, "PATCH"));
	}

	@Test
	void exposesTheHeadersThatClientsNeed() {
		MockServerHttpResponse answer = call(List.of(SHOP), SHOP);
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
		assertThat(answer.getHeaders().getAccessControlAllowOrigin()).isEqualTo(SHOP);
		assertThat(answer.getHeaders().getAccessControlExposeHeaders()).contains("ETag", "Location", "Trace-Id");
		assertThat(answer.getHeaders().get(HttpHeaders.VARY)).contains(HttpHeaders.ORIGIN);
		assertThat(call(List.of(SHOP), OTHER).getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN))
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { SHOP, OTHER })
	void namesTheTraceOfPreflightRequests(String origin) {
		List<WebFilter> filters = new ArrayList<>(List
			.of(new CrossOrigin(List.of(SHOP), new ProblemWriter(JsonMapper.builder().build())), new TraceHeader()));
		AnnotationAwareOrderComparator.sort(filters);
		MockServerWebExchange exchange = MockServerWebExchange.from(preflight(origin, "PATCH"));
		new DefaultWebFilterChain((next) -> Mono.error(new IllegalStateException("A preflight request went on")),
				filters)
			.filter(exchange)
			.block();
		assertThat(exchange.getResponse().getHeaders().getFirst(TraceHeader.NAME)).matches("[0-9a-f]{32}");
	}

	private static MockServerHttpResponse preflight(List<String> allowed, String origin, String method) {
		return exchange(allowed, preflight(origin, method));
	}

	private static MockServerHttpRequest preflight(String origin, String method) {
		return MockServerHttpRequest.options(URL)
			.header(HttpHeaders.ORIGIN, origin)
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method)
			.header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization, if-match")
			.build();
	}

	private static MockServerHttpResponse call(List<String> allowed, String origin) {
		return exchange(allowed, MockServerHttpRequest.get(URL).header(HttpHeaders.ORIGIN, origin).build());
	}

	private static MockServerHttpResponse exchange(List<String> allowed, MockServerHttpRequest request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		new CrossOrigin(allowed, new ProblemWriter(JsonMapper.builder().build())).filter(exchange, (next) -> {
			next.getResponse().setStatusCode(HttpStatus.ACCEPTED);
			return Mono.empty();
		}).block();
		return exchange.getResponse();
	}

	private static void assertRefused(MockServerHttpResponse answer) {
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer.getHeaders().containsHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN)).isFalse();
	}

}
