package io.kehu.platform.security;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PathFirewallTests {

	private final PathFirewall firewall = new PathFirewall();

	private final StrictHttpFirewall reference = new StrictHttpFirewall();

	@ParameterizedTest
	@ValueSource(strings = { "", "text/html, */*;q=0.1", "a\tb", "Zoë 客户 \uD83D\uDE00" })
	void acceptsReadableHeaders(String value) {
		assertThat(this.reference.getFirewalledRequest(with(value)).getHeader("X-Name")).isEqualTo(value);
		assertThat(this.firewall.getFirewalledRequest(with(value)).getHeader("X-Name")).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nb", "\u0000", "\u007f", "\u0085", "\u0378", "\uFFFF" })
	void rejectsHeadersWithControlsAndUnassignedCharacters(String value) {
		assertThatExceptionOfType(RequestRejectedException.class)
			.isThrownBy(() -> this.reference.getFirewalledRequest(with(value)).getHeader("X-Name"));
		assertThatExceptionOfType(RequestRejectedException.class)
			.isThrownBy(() -> this.firewall.getFirewalledRequest(with(value)).getHeader("X-Name"));
	}

	private static MockHttpServletRequest with(String value) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/customers");
		request.addHeader("X-Name", value);
		return request;
	}

}
