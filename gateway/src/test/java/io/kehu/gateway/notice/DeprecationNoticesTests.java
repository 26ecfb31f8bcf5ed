package io.kehu.gateway.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DeprecationNoticesTests {

	private static final Instant SINCE = Instant.parse("2026-12-01T00:00:00Z");

	private final DeprecationNotices notices = new DeprecationNotices(
			new NoticeProperties(List.of(new NoticeProperties.Deprecation("/api/v1/leads/**", SINCE,
					Instant.parse("2027-06-01T00:00:00Z"), URI.create("https://crm.example.com/docs")))));

	@Test
	void clientsOfADeprecatedPartAreTold() {
		HttpHeaders headers = headersOf("/api/v1/leads/7");
		assertThat(headers.getFirst("Deprecation")).isEqualTo("@1796083200");
		assertThat(headers.getFirst("Sunset")).isEqualTo("Tue, 1 Jun 2027 00:00:00 GMT");
		assertThat(headers.getFirst("Link")).isEqualTo("<https://crm.example.com/docs>; rel=\"deprecation\"");
	}

	@Test
	void othersAreNot() {
		assertThat(headersOf("/api/v1/customers").isEmpty()).isTrue();
	}

	@Test
	void nothingGoesAwayBeforeItIsDeprecated() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NoticeProperties.Deprecation("/x", SINCE, SINCE.minusSeconds(1), null));
	}

	private HttpHeaders headersOf(String path) {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		this.notices.filter(exchange, (passed) -> Mono.empty()).block();
		return exchange.getResponse().getHeaders();
	}

}
