package io.kehu.gateway;

import java.net.InetSocketAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class RequestHeadersTests {

	private final TrustedPeers trusted = new TrustedPeers(List.of("10.0.0.0/8", "fd00::1"));

	private final RequestHeaders headers = new RequestHeaders(this.trusted, null);

	@Test
	void believesATrustedProxyAndAddsItself() {
		HttpHeaders output = filter(from("10.1.2.3").header("X-Forwarded-For", "203.0.113.7")
			.header("X-Forwarded-Host", "crm.example")
			.header("X-Forwarded-Proto", "https")
			.header("X-Forwarded-Port", "443"));
		assertThat(output.getFirst("X-Forwarded-For")).isEqualTo("203.0.113.7, 10.1.2.3");
		assertThat(output.getFirst("X-Forwarded-Host")).isEqualTo("crm.example");
		assertThat(output.getFirst("X-Forwarded-Proto")).isEqualTo("https");
		assertThat(output.getFirst("X-Forwarded-Port")).isEqualTo("443");
	}

	@Test
	void believesNobodyElse() {
		HttpHeaders output = filter(
				from("192.0.2.9").header("X-Forwarded-For", "203.0.113.7").header("X-Real-IP", "203.0.113.7"));
		assertThat(output.getFirst("X-Forwarded-For")).isEqualTo("192.0.2.9");
		assertThat(output.containsHeader("X-Real-IP")).isFalse();
	}

	@Test
	void knowsASingleAddressToo() {
		assertThat(filter(from("fd00::1").header("X-Forwarded-For", "203.0.113.7")).getFirst("X-Forwarded-For"))
			.startsWith("203.0.113.7, ");
	}

	/** Proxies append to the last line or add another; a client may send both. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			203.0.113.7 ; 192.0.2.9                  | 192.0.2.9, 10.1.2.3
			203.0.113.7, 192.0.2.9                   | 192.0.2.9, 10.1.2.3
			203.0.113.7 ; 192.0.2.9, 10.9.9.9        | 192.0.2.9, 10.9.9.9, 10.1.2.3
			203.0.113.7, 192.0.2.9 ; 10.9.9.9        | 192.0.2.9, 10.9.9.9, 10.1.2.3
			10.8.8.8, 192.0.2.9 ; 10.9.9.9           | 192.0.2.9, 10.9.9.9, 10.1.2.3
			203.0.113.7 ; 192.0.2.9:4711             | 192.0.2.9, 10.1.2.3
			203.0.113.7 ; [2001:db8::9]:4711         | 2001:db8:0:0:0:0:0:9, 10.1.2.3
			203.0.113.7 ; unknown                    | 10.1.2.3
			203.0.113.7 ; [                          | 10.1.2.3
			192.0.2.9,,                              | 192.0.2.9, 10.1.2.3
			10.8.8.8                                 | 10.8.8.8, 10.1.2.3
			""")
	void theClientIsTheLastAddressThatIsNoTrustedProxy(String lines, String route) {
		MockServerHttpRequest.BaseBuilder<?> request = from("10.1.2.3").header("X-Forwarded-For", lines.split(" ; "));
		assertThat(filter(request).get("X-Forwarded-For")).containsExactly(route);
	}

	@Test
	void connectionsOfOneClientCountTogetherWhateverItClaims() {
		Object client = client(from("10.1.2.3").header("X-Forwarded-For", "192.0.2.9"));
		assertThat(client(from("10.1.2.3").header("X-Forwarded-For", "203.0.113.7", "192.0.2.9"))).isEqualTo(client);
		assertThat(client(from("192.0.2.9").header("X-Forwarded-For", "203.0.113.7"))).isEqualTo(client);
		assertThat(client(from("10.1.2.3").header("X-Forwarded-For", "192.0.2.10"))).isNotEqualTo(client);
		assertThat(client(from("10.1.2.3").header("X-Forwarded-For", "2001:db8:1:2::7")))
			.isEqualTo(client(from("2001:db8:1:2:9::9")));
	}

	@Test
	void believesTheLastOfSeveralSchemesAndHosts() {
		HttpHeaders output = filter(from("10.1.2.3").header("X-Forwarded-Proto", "https", "http")
			.header("X-Forwarded-Host", "evil.example, crm.example"));
		assertThat(output.get("X-Forwarded-Proto")).containsExactly("http");
		assertThat(output.get("X-Forwarded-Host")).containsExactly("crm.example");
	}

	@Test
	void dropsWhatBelongsToTheConnection() {
		HttpHeaders output = filter(from("192.0.2.9").header("Connection", "keep-alive, X-Hop")
			.header("X-Hop", "1")
			.header("Keep-Alive", "5")
			.header("Transfer-Encoding", "chunked")
			.header("TE", "trailers")
			.header("Upgrade", "h2c")
			.header("Accept", "a/b")
			.header("If-Match", "\"1\""));
		assertThat(output.headerNames()).containsExactlyInAnyOrder("Accept", "If-Match", "x-forwarded-for",
				"x-forwarded-proto", "x-forwarded-host", "x-forwarded-port", "traceparent");
	}

	private static MockServerHttpRequest.BaseBuilder<?> from(String address) {
		return MockServerHttpRequest.get("http://crm.example:8080/api/v1/customers")
			.remoteAddress(new InetSocketAddress(address, 4711));
	}

	private Object client(MockServerHttpRequest.BaseBuilder<?> request) {
		return this.trusted.clientOf(MockServerWebExchange.from(request).getRequest());
	}

	private HttpHeaders filter(MockServerHttpRequest.BaseBuilder<?> request) {
		MockServerWebExchange exchange = MockServerWebExchange.from(request);
		return this.headers.filter(exchange.getRequest().getHeaders(), exchange);
	}

}
