package io.kehu.gateway.console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleFilesTests {

	private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

	private final ConsoleFiles console = new ConsoleFiles();

	@ParameterizedTest
	@ValueSource(strings = { "/", "/customers", "/customers/0199b9a1-0000-7000-8000-000000000000" })
	void everyViewIsTheOnePage(String path) {
		MockServerHttpResponse response = open(MockServerHttpRequest.get(path).header(HttpHeaders.ACCEPT, PAGE));
		assertThat(response.getBodyAsString().block()).contains("<title>Kehu</title>");
		assertThat(response.getHeaders().getCacheControl()).isEqualTo("no-cache");
		assertThat(response.getHeaders().getETag()).isNotNull();
		assertThat(response.getHeaders().getFirst("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
	}

	@Test
	void anUnchangedPageIsNotSentAgain() {
		String tag = open(MockServerHttpRequest.get("/")).getHeaders().getETag();
		assertThat(open(MockServerHttpRequest.get("/").ifNoneMatch(tag)).getStatusCode())
			.isEqualTo(HttpStatus.NOT_MODIFIED);
	}

	@Test
	void hashedFilesAreKeptForever() {
		MockServerHttpResponse response = open(MockServerHttpRequest.get("/assets/app-1a2b3c.js"));
		assertThat(response.getHeaders().getCacheControl()).isEqualTo("max-age=31536000, public, immutable");
		assertThat(response.getHeaders().getContentType()).hasToString("text/javascript");
		assertThat(response.getBodyAsString().block()).contains("export default");
	}

	@Test
	void compressedFilesAreServedToThoseWhoAcceptThem() {
		MockServerHttpResponse response = open(
				MockServerHttpRequest.get("/assets/app-1a2b3c.js").header(HttpHeaders.ACCEPT_ENCODING, "gzip, br"));
		assertThat(response.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
		assertThat(response.getHeaders().getVary()).contains("Accept-Encoding");
	}

	@Test
	void otherFilesAreServedUnderTheirName() {
		assertThat(open(MockServerHttpRequest.get("/favicon.svg")).getHeaders().getContentType())
			.hasToString("image/svg+xml");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1/nothing", "/session/unknown", "/actuator", "/customers/list.csv", "/docs" })
	void otherPathsAreNoViews(String path) {
		assertThat(handler(MockServerHttpRequest.get(path).header(HttpHeaders.ACCEPT, PAGE))).isNull();
	}

	@Test
	void onlyBrowsersAreShownViews() {
		assertThat(handler(MockServerHttpRequest.get("/customers").header(HttpHeaders.ACCEPT, "*/*"))).isNull();
		assertThat(handler(MockServerHttpRequest.post("/customers").header(HttpHeaders.ACCEPT, PAGE))).isNull();
	}

	private WebHandler handler(MockServerHttpRequest.BaseBuilder<?> request) {
		return this.console.find(request.build());
	}

	private MockServerHttpResponse open(MockServerHttpRequest.BaseBuilder<?> request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		this.console.find(exchange.getRequest()).handle(exchange).block();
		return exchange.getResponse();
	}

}
