package io.kehu.gateway.console;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class DocsPagesTests {

	private final DocsPages docs = new DocsPages(() -> new TreeSet<>(List.of("order-service", "auth-service")),
			JsonMapper.shared());

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/docs/events", "/docs/files/swagger-ui-bundle.js", "/docs/files/swagger-ui.css",
			"/docs/files/apis.js", "/docs/files/docs.css" })
	void everythingComesFromHere(String path) {
		MockServerHttpResponse response = open(path);
		assertThat(response.getHeaders().getContentLength()).isPositive();
		assertThat(response.getHeaders().getFirst("Content-Security-Policy")).contains("script-src 'self'",
				"connect-src 'self'");
		if (!path.contains("swagger-ui")) {
			assertThat(response.getBodyAsString().block()).doesNotContain("http:", "https:", "<script>");
		}
	}

	@Test
	void listsTheServices() {
		assertThat(open("/docs/services").getBodyAsString().block())
			.isEqualTo("{\"services\":[\"auth-service\",\"order-service\"]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs/files/index.html", "/docs/files/../take.lua", "/docs/other", "/customers" })
	void otherFilesAreNotShown(String path) {
		assertThat(this.docs.find(MockServerHttpRequest.get(path).build())).isNull();
	}

	private MockServerHttpResponse open(String path) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		this.docs.find(exchange.getRequest()).handle(exchange).block();
		return exchange.getResponse();
	}

}
