package io.kehu.platform.test.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * An access token for a test, signed with a key that every test context trusts:
 * {@code TestToken.user("customer:read").serialize()}.
 */
public final class TestToken {

	static final ECKey KEY = generate();

	private final JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();

	private String type = "at+jwt";

	private ECKey key = KEY;

	private TestToken(String subject, String clientId, String... permissions) {
		Instant now = Instant.now();
		this.claims.issuer("http://localhost:8080")
			.subject(subject)
			.audience("kehu")
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofHours(1))))
			.jwtID(UUID.randomUUID().toString())
			.claim("client_id", clientId)
			.claim("roles", List.of())
			.claim("permissions", List.of(permissions))
			.claim("teams", List.of());
	}

	/**
	 * Returns a token of a person with a random id, named {@code tester}.
	 */
	public static TestToken user(String... permissions) {
		return user(UUID.randomUUID(), permissions);
	}

	/**
	 * Returns a token of the person with this id, named {@code tester}, who has logged in
	 * just now.
	 */
	public static TestToken user(UUID id, String... permissions) {
		return new TestToken(id.toString(), "kehu-console", permissions).claim("preferred_username", "tester")
			.claim("auth_time", Date.from(Instant.now()));
	}

	/**
	 * Returns a token that a program obtained for itself.
	 */
	public static TestToken client(String clientId, String... permissions) {
		return new TestToken(clientId, clientId, permissions);
	}

	public TestToken roles(String... roles) {
		return claim("roles", List.of(roles));
	}

	public TestToken teams(String... teams) {
		return claim("teams", List.of(teams));
	}

	/**
	 * Sets any claim, or with null takes it away.
	 */
	public TestToken claim(String name, @Nullable Object value) {
		this.claims.claim(name, value);
		return this;
	}

	/**
	 * Sets the header's {@code typ}.
	 */
	public TestToken type(String type) {
		this.type = type;
		return this;
	}

	/**
	 * Signs with another key than the one that tests trust.
	 */
	public TestToken signedWith(ECKey key) {
		this.key = key;
		return this;
	}

	public String serialize() {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(this.type))
				.keyID(this.key.getKeyID())
				.build();
			SignedJWT token = new SignedJWT(header, this.claims.build());
			token.sign(new ECDSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the value of the {@code Authorization} header with this token.
	 */
	public String header() {
		return "Bearer " + serialize();
	}

	private static ECKey generate() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).algorithm(JWSAlgorithm.ES256).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
