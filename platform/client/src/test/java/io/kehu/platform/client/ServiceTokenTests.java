package io.kehu.platform.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import io.kehu.platform.test.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of the service's own access token.
 */
class ServiceTokenTests {

	private final SmallServer auth;

	private final SettableClock clock = new SettableClock();

	ServiceTokenTests() throws IOException {
		this.auth = new SmallServer();
	}

	@AfterEach
	void stop() {
		this.auth.close();
	}

	private ServiceToken token(String secret) {
		ServiceTokenProperties properties = new ServiceTokenProperties(
				new ServiceTokenProperties.Auth(URI.create(this.auth.address() + "/oauth2/token")),
				new ServiceTokenProperties.Service(secret));
		return new ServiceToken(RestClient.create(), "kehu-shop", properties, this.clock);
	}

	private void issue(String token) {
		this.auth.answer(SmallServer.status(200, "application/json",
				"{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":600}".formatted(token)));
	}

	@Test
	void tokenIsKeptUntilShortlyBeforeItExpires() {
		ServiceToken token = token("secret");
		issue("one");
		assertThat(token.get()).isEqualTo("one");
		issue("two");
		this.clock.advance(Duration.ofSeconds(569));
		assertThat(token.get()).isEqualTo("one");
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(token.get()).isEqualTo("two");
		assertThat(this.auth.requests()).hasSize(2)
			.allSatisfy((headers) -> assertThat(headers.getFirst("Authorization"))
				.isEqualTo("Basic a2VodS1zaG9wOnNlY3JldA=="));
	}

	@Test
	void serviceWithoutCredentialsHasNoToken() {
		assertThat(token(null).get()).isNull();
		assertThat(this.auth.requests()).isEmpty();
	}

	@Test
	void refusalIsAnOutageOfAuthService() {
		this.auth.answer(SmallServer.problem(401));
		assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(() -> token("wrong").get())
			.satisfies((failure) -> assertThat(failure.service()).isEqualTo("auth-service"));
	}

}
