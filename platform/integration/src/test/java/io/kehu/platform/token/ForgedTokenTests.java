package io.kehu.platform.token;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.BadJwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tokens that an attacker could make, shown to what every process verifies tokens with.
 */
class ForgedTokenTests {

	private Issuer issuer;

	private RevokedTokens revocations;

	private AccessTokenDecoder decoder;

	@BeforeEach
	void start() throws Exception {
		this.issuer = new Issuer();
		this.revocations = new RevokedTokens(this.issuer.address().resolve("/internal/revocations"),
				Duration.ofSeconds(30), Clock.systemUTC(), null);
		Issuer.awaitFirstList(this.revocations);
		this.decoder = new AccessTokenDecoder(new VerificationKeys(this.issuer.address()),
				new AuthProperties(Issuer.NAME, this.issuer.address(), "kehu"), this.revocations, Clock.systemUTC());
	}

	@AfterEach
	void stop() {
		this.revocations.close();
		this.issuer.close();
	}

	@Test
	void theGenuineOneIsAccepted() throws Exception {
		String token = signed(JWSAlgorithm.ES256, "at+jwt", new ECDSASigner(this.issuer.key()), (claims) -> {
		});
		assertThat(this.decoder.decode(token).getSubject()).isEqualTo("kehu-cli");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "None", "NONE", "nOnE", "", "ES256" })
	void withoutASignatureItIsNone(String algorithm) {
		String header = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(algorithm,
				this.issuer.key().getKeyID());
		String payload = claims((claims) -> {
		}).toString();
		refused(encoded(header) + "." + encoded(payload) + ".");
		refused(encoded(header) + "." + encoded(payload));
		refused(encoded(header) + "." + encoded(payload) + "." + "A".repeat(86));
	}

	@Test
	void thePublicKeyIsNoSecret() throws Exception {
		ECKey key = this.issuer.key().toPublicJWK();
		byte[] der = key.toECPublicKey().getEncoded();
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END PUBLIC KEY-----\n";
		for (byte[] secret : new byte[][] { der, pem.getBytes(StandardCharsets.US_ASCII),
				pem.strip().getBytes(StandardCharsets.US_ASCII), key.toJSONString().getBytes(StandardCharsets.UTF_8),
				key.getX().decode(), key.getX().toString().getBytes(StandardCharsets.US_ASCII) }) {
			refused(signed(JWSAlgorithm.HS256, "at+jwt", new MACSigner(secret), (claims) -> {
			}));
		}
	}

	@Test
	void aKeyThatTheTokenBringsAlongIsNotBelieved() throws Exception {
		KeyPair rsa = rsa();
		refused(signed(JWSAlgorithm.RS256, "at+jwt", new RSASSASigner(rsa.getPrivate()), (claims) -> {
		}));
		ECKey own = new ECKeyGenerator(Curve.P_256).keyID(this.issuer.key().getKeyID()).generate();
		refused(signed(JWSAlgorithm.ES256, "at+jwt", new ECDSASigner(own), (claims) -> {
		}));
		JWSHeader brought = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"))
			.jwk(own.toPublicJWK())
			.jwkURL(URI.create("http://127.0.0.1:1/keys"))
			.x509CertURL(URI.create("http://127.0.0.1:1/certificate"))
			.build();
		SignedJWT token = new SignedJWT(brought, claims((claims) -> {
		}));
		token.sign(new ECDSASigner(own));
		refused(token.serialize());
	}

	@Test
	void anotherCurveIsAnotherAlgorithm() throws Exception {
		ECKey other = new ECKeyGenerator(Curve.P_384).keyID(this.issuer.key().getKeyID()).generate();
		refused(signed(JWSAlgorithm.ES384, "at+jwt", new ECDSASigner(other), (claims) -> {
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "id_token+jwt", "logout+jwt", "at+jws", "jwt", "dpop+jwt" })
	void anIdTokenAndItsKindAreNoAccessTokens(String type) throws Exception {
		refused(signed(JWSAlgorithm.ES256, type, new ECDSASigner(this.issuer.key()), (claims) -> {
		}));
	}

	@Test
	void withoutATypeItIsNoAccessToken() throws Exception {
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(this.issuer.key().getKeyID()).build(),
				claims((claims) -> {
				}));
		token.sign(new ECDSASigner(this.issuer.key()));
		refused(token.serialize());
	}

	@Test
	void whatItSaysMustBeForUsFromUsAndForNow() throws Exception {
		Instant now = Instant.now();
		Map<String, Consumer<JWTClaimsSet.Builder>> wrong = new LinkedHashMap<>();
		wrong.put("another audience", (claims) -> claims.audience("elsewhere"));
		wrong.put("an audience that only begins like ours", (claims) -> claims.audience("kehu.evil.example"));
		wrong.put("the client as audience, as an ID token has it", (claims) -> claims.audience("kehu-console"));
		wrong.put("no audience", (claims) -> claims.audience((String) null));
		wrong.put("another issuer", (claims) -> claims.issuer("http://localhost:8081"));
		wrong.put("an issuer with a slash", (claims) -> claims.issuer(Issuer.NAME + "/"));
		wrong.put("no issuer", (claims) -> claims.issuer(null));
		wrong.put("expired", (claims) -> claims.expirationTime(Date.from(now.minus(Duration.ofSeconds(30)))));
		wrong.put("for ever", (claims) -> claims.expirationTime(null));
		wrong.put("not yet valid", (claims) -> claims.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(1)))));
		wrong.put("nobody's", (claims) -> claims.subject(null));
		wrong.put("no client", (claims) -> claims.claim("client_id", null));
		for (Map.Entry<String, Consumer<JWTClaimsSet.Builder>> one : wrong.entrySet()) {
			String token = signed(JWSAlgorithm.ES256, "at+jwt", new ECDSASigner(this.issuer.key()), one.getValue());
			assertThatExceptionOfType(BadJwtException.class).as(one.getKey())
				.isThrownBy(() -> this.decoder.decode(token));
		}
	}

	@Test
	void aKeyThatIsNotPublishedAnyMoreVerifiesNothing() {
		ECKey retired = this.issuer.key();
		this.decoder.decode(this.issuer.token());
		this.issuer.rotate();
		this.decoder.decode(this.issuer.token());
		for (int i = 0; i < 20; i++) {
			refused(Issuer.token(retired, Instant.now().plusSeconds(60 + i)));
		}
		assertThat(this.issuer.requests()).isLessThanOrEqualTo(3);
		this.decoder.decode(Issuer.token(this.issuer.key(), Instant.now().plusSeconds(30)));
	}

	private void refused(String token) {
		assertThatExceptionOfType(BadJwtException.class).as(token).isThrownBy(() -> this.decoder.decode(token));
		Mono<?> reactive = new ReactiveAccessTokenDecoder(this.decoder).decode(token);
		assertThatExceptionOfType(BadJwtException.class).as(token).isThrownBy(reactive::block);
		assertThat(this.decoder.remembered(token)).isNull();
	}

	private String signed(JWSAlgorithm algorithm, String type, JWSSigner signer,
			Consumer<JWTClaimsSet.Builder> different) throws Exception {
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type))
			.keyID(this.issuer.key().getKeyID())
			.build(), claims(different));
		token.sign(signer);
		return token.serialize();
	}

	private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> different) {
		Instant now = Instant.now();
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(Issuer.NAME)
			.subject("kehu-cli")
			.audience("kehu")
			.claim("client_id", "kehu-cli")
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plus(Duration.ofMinutes(10))));
		different.accept(claims);
		return claims.build();
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static KeyPair rsa() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return generator.generateKeyPair();
	}

}
