package io.kehu.platform.security;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BearerTokensTests {

	private final BearerTokens tokens = new BearerTokens();

	private final DefaultBearerTokenResolver reference = new DefaultBearerTokenResolver();

	@ParameterizedTest
	@ValueSource(
			strings = { "Bearer a", "bearer aZ0-._~+/9", "BEARER abc==", "Bearer a.b.c=", "Basic abc", "Bear", "" })
	void readsWhatTheRuleOfTheStandardAllows(String header) {
		assertThat(this.tokens.resolve(with(header))).isEqualTo(this.reference.resolve(with(header)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer =", "Bearer a b", "Bearer  a", "Bearer a=b", "Bearerabc",
			"Bearer a,b", "Bearer ä", "Bearer\ta", "Bearer a " })
	void refusesEverythingElse(String header) {
		assertThatExceptionOfType(OAuth2AuthenticationException.class)
			.isThrownBy(() -> this.reference.resolve(with(header)));
		assertThatExceptionOfType(OAuth2AuthenticationException.class)
			.isThrownBy(() -> this.tokens.resolve(with(header)))
			.satisfies((ex) -> assertThat(ex.getError().getErrorCode()).isEqualTo("invalid_token"));
	}

	@Test
	void findsNoneWithoutHeader() {
		assertThat(this.tokens.resolve(new MockHttpServletRequest())).isNull();
	}

	private static MockHttpServletRequest with(String header) {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.addHeader("Authorization", header);
		return request;
	}

}
