package io.kehu.platform.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.platform.test.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AccessTokenDecoderTests {

	private final SettableClock clock = new SettableClock(Instant.now());

	private Issuer issuer;

	private RevokedTokens revocations;

	private AccessTokenDecoder decoder;

	@BeforeEach
	void start() throws Exception {
		this.issuer = new Issuer();
		this.revocations = new RevokedTokens(this.issuer.address().resolve("/internal/revocations"),
				Duration.ofSeconds(30), this.clock, null);
		Issuer.awaitFirstList(this.revocations);
		this.decoder = decoder(this.issuer.address());
	}

	@AfterEach
	void stop() {
		this.revocations.close();
		this.issuer.close();
	}

	@Test
	void aTokenIsVerifiedOnceAndThenRemembered() {
		String token = this.issuer.token();
		assertThat(this.decoder.remembered(token)).isNull();
		Jwt verified = this.decoder.decode(token);
		assertThat(verified.getSubject()).isEqualTo("kehu-cli");
		assertThat(this.decoder.decode(token)).isSameAs(verified);
		assertThat(this.decoder.remembered(new String(token))).isSameAs(verified);
	}

	@Test
	void aTokenIsForgottenAfterThirtySeconds() {
		String token = this.issuer.token();
		Jwt verified = this.decoder.decode(token);
		this.clock.advance(Duration.ofSeconds(29));
		assertThat(this.decoder.decode(token)).isSameAs(verified);
		this.clock.advance(Duration.ofSeconds(2));
		this.revocations.refresh();
		assertThat(this.decoder.decode(token)).isNotSameAs(verified);
	}

	@Test
	void noTokenIsRememberedPastItsExpiry() {
		String token = Issuer.token(this.issuer.key(), this.clock.instant().plus(Duration.ofSeconds(20)));
		this.decoder.decode(token);
		this.clock.advance(Duration.ofSeconds(21));
		assertThat(this.decoder.remembered(token)).isNull();
		this.clock.advance(Duration.ofSeconds(5));
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
	}

	@Test
	void aRefusedTokenIsNeverRemembered() {
		String token = Issuer.token(Issuer.generate(), Instant.now().plus(Duration.ofMinutes(1)));
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
		}
		assertThat(this.decoder.remembered(token)).isNull();
	}

	@Test
	void aNewKeyIsFetchedWhenATokenNamesIt() {
		this.decoder.decode(this.issuer.token());
		this.issuer.rotate();
		assertThat(this.decoder.decode(this.issuer.token()).getSubject()).isEqualTo("kehu-cli");
		assertThat(this.issuer.requests()).isEqualTo(2);
	}

	@Test
	void inventedKeyIdsDoNotCauseAFloodOfFetches() {
		List<String> invented = IntStream.range(0, 50)
			.mapToObj((index) -> Issuer.token(Issuer.generate(), Instant.now().plus(Duration.ofMinutes(1))))
			.toList();
		this.decoder.decode(this.issuer.token());
		for (String token : invented) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
		}
		assertThat(this.issuer.requests()).isLessThanOrEqualTo(3);
	}

	@Test
	void knownKeysStayInUseWhileTheIssuerIsAway() {
		this.decoder.decode(this.issuer.token());
		this.issuer.goAway();
		assertThat(this.decoder.decode(Issuer.token(this.issuer.key(), Instant.now().plusSeconds(60)))).isNotNull();
	}

	@Test
	void withoutAnyKeyNothingCanBeSaidAboutAToken() throws Exception {
		this.issuer.goAway();
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(this.issuer.token()))
				.isNotInstanceOf(BadJwtException.class);
		}
	}

	@Test
	void aRevokedTokenIsRefusedThoughItIsRemembered() {
		String token = this.issuer.token();
		this.decoder.decode(token);
		for (String id : List.of("kehu-cli", "some-token", "some-login")) {
			this.issuer.revoke(id, Instant.now());
			this.revocations.refresh();
			assertThatExceptionOfType(BadJwtException.class).as(id).isThrownBy(() -> this.decoder.decode(token));
		}
	}

	@Test
	void tokensIssuedAfterARevocationAreGood() {
		this.issuer.revoke("kehu-cli", Instant.now().minusSeconds(2));
		this.revocations.refresh();
		assertThat(this.decoder.decode(this.issuer.token())).isNotNull();
	}

	@Test
	void noTokenIsJudgedWhenRevocationsHaveNotComeForHalfAMinute() {
		String token = this.issuer.token();
		Jwt verified = this.decoder.decode(token);
		this.issuer.goAway();
		this.clock.advance(Duration.ofSeconds(20));
		assertThat(this.decoder.decode(token)).isSameAs(verified);
		this.clock.advance(Duration.ofSeconds(11));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> this.decoder.decode(token))
			.isNotInstanceOf(BadJwtException.class);
		ReactiveAccessTokenDecoder reactive = new ReactiveAccessTokenDecoder(this.decoder);
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> reactive.decode(token).block())
			.isNotInstanceOf(BadJwtException.class);
	}

	@Test
	void theReactiveDecoderRefusesRevokedTokensToo() {
		ReactiveAccessTokenDecoder reactive = new ReactiveAccessTokenDecoder(this.decoder);
		String token = this.issuer.token();
		reactive.decode(token).block();
		this.issuer.revoke("kehu-cli", Instant.now());
		this.revocations.refresh();
		Mono<Jwt> revoked = reactive.decode(token);
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(revoked::block);
	}

	@Test
	void theReactiveDecoderAnswersAlike() {
		ReactiveAccessTokenDecoder reactive = new ReactiveAccessTokenDecoder(this.decoder);
		String token = this.issuer.token();
		Jwt verified = reactive.decode(token).block();
		assertThat(reactive.decode(token).block()).isSameAs(verified);
		Mono<Jwt> refused = reactive.decode(token + "x");
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(refused::block);
	}

	private AccessTokenDecoder decoder(URI keys) {
		return new AccessTokenDecoder(new VerificationKeys(keys), new AuthProperties(Issuer.NAME, keys, "kehu"),
				this.revocations, this.clock);
	}

}
