package io.kehu.platform.token;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies access tokens as RFC 9068 asks: signed with ES256, typed {@code at+jwt} (an ID
 * token is none), of our issuer, for our audience, not expired.
 * <p>
 * One verification of an ES256 signature costs more than the rest of a small request, so
 * a verified token is remembered for at most 30 seconds and never past its expiry. It is
 * found again by its SHA-256 digest, so that comparing tells nothing about the token.
 * Whether it was revoked since is asked each time.
 */
public class AccessTokenDecoder implements JwtDecoder {

	private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

	private static final Duration REMEMBERED_FOR = Duration.ofSeconds(30);

	private static final int MOST_REMEMBERED = 10_000;

	private final JwtDecoder verifier;

	private final Cache<ByteBuffer, Verified> verified;

	private final Clock clock;

	private final RevocationCheck revocations;

	public AccessTokenDecoder(JWKSource<SecurityContext> keys, AuthProperties properties, RevocationCheck revocations,
			Clock clock) {
		this.clock = clock;
		this.revocations = revocations;
		this.verifier = verifier(keys, properties, clock);
		this.verified = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED_FOR).build();
	}

	/**
	 * Returns the token's verified content.
	 * @throws BadJwtException when the token is not acceptable, or revoked
	 * @throws JwtException when that cannot be decided, because no signing key can be had
	 * or it cannot be known what is revoked
	 */
	@Override
	public Jwt decode(String token) throws JwtException {
		Jwt remembered = remembered(token);
		if (remembered != null) {
			return unlessRevoked(remembered);
		}
		Jwt jwt = unlessRevoked(this.verifier.decode(token));
		this.verified.put(digest(token), new Verified(jwt, forgetAt(jwt)));
		return jwt;
	}

	/**
	 * Returns the token's content when it was verified a moment ago, else null: never
	 * blocks.
	 */
	@Nullable Jwt remembered(String token) {
		Verified entry = this.verified.getIfPresent(digest(token));
		return (entry != null && this.clock.instant().isBefore(entry.until())) ? entry.jwt() : null;
	}

	/**
	 * Returns the token unless it has been revoked, in which case a valid signature is
	 * not sufficient.
	 * @throws BadJwtException if it is revoked
	 * @throws JwtException if this cannot be determined
	 */
	Jwt unlessRevoked(Jwt token) {
		if (this.revocations.isRevoked(token)) {
			throw new BadJwtException("The token is revoked");
		}
		return token;
	}

	private Instant forgetAt(Jwt jwt) {
		Instant latest = this.clock.instant().plus(REMEMBERED_FOR);
		Instant expiry = jwt.getExpiresAt();
		return (expiry != null && expiry.isBefore(latest)) ? expiry : latest;
	}

	private static JwtDecoder verifier(JWKSource<SecurityContext> keys, AuthProperties properties, Clock clock) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.jwtProcessorCustomizer((processor) -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
					new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"))))
			.build();
		decoder.setJwtValidator(validator(properties, clock));
		return decoder;
	}

	private static OAuth2TokenValidator<Jwt> validator(AuthProperties properties, Clock clock) {
		JwtTimestampValidator timestamps = new JwtTimestampValidator(CLOCK_SKEW);
		timestamps.setClock(clock);
		timestamps.setAllowEmptyExpiryClaim(false);
		return new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(properties.issuer()),
				new JwtClaimValidator<Collection<String>>("aud",
						(audience) -> audience != null && audience.contains(properties.audience())),
				new JwtClaimValidator<String>("sub", (subject) -> subject != null && !subject.isBlank()),
				new JwtClaimValidator<String>("client_id", (client) -> client != null && !client.isBlank()));
	}

	private static ByteBuffer digest(String token) {
		return ByteBuffer.wrap(Sha256.of(token));
	}

	/**
	 * A token's content and the moment from which it must be verified again.
	 */
	private record Verified(Jwt jwt, Instant until) {
	}

}
