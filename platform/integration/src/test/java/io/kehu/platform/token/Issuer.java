package io.kehu.platform.token;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * An issuer of tokens over HTTP, whose key can be exchanged and whose server can go away.
 */
class Issuer implements AutoCloseable {

	static final String NAME = "http://localhost:8080";

	private final AtomicInteger requests = new AtomicInteger();

	private final HttpServer server;

	private volatile ECKey key = generate();

	private volatile String revoked = "";

	Issuer() throws IOException {
		this.server = listen();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/oauth2/jwks");
	}

	int requests() {
		return this.requests.get();
	}

	ECKey key() {
		return this.key;
	}

	void rotate() {
		this.key = generate();
	}

	/**
	 * Revokes what carries this id alone, and nothing else.
	 */
	void revoke(String id, Instant until) {
		this.revoked = "{\"id\": \"%s\", \"until\": %d}".formatted(id, until.getEpochSecond());
	}

	void goAway() {
		this.server.stop(0);
	}

	String token() {
		return token(this.key, Instant.now().plus(Duration.ofMinutes(10)));
	}

	static String token(ECKey key, Instant expiry) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(NAME)
			.subject("kehu-cli")
			.audience("kehu")
			.claim("client_id", "kehu-cli")
			.claim("sid", "some-login")
			.jwtID("some-token")
			.issueTime(new Date())
			.expirationTime(Date.from(expiry))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"))
			.keyID(key.getKeyID())
			.build(), claims);
		try {
			token.sign(new ECDSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	/**
	 * Waits for the first answer about revocations: the one that is asked for at the
	 * beginning may come too late on a busy machine.
	 */
	static void awaitFirstList(RevokedTokens revocations) {
		Jwt any = Jwt.withTokenValue("any").header("alg", "none").subject("nobody").build();
		Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> !revocations.isRevoked(any));
	}

	static ECKey generate() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private HttpServer listen() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/oauth2/jwks", (exchange) -> {
			this.requests.incrementAndGet();
			answer(exchange, new JWKSet(this.key.toPublicJWK()).toString());
		});
		server.createContext("/internal/revocations",
				(exchange) -> answer(exchange, "{\"revoked\": [%s]}".formatted(this.revoked)));
		server.start();
		return server;
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
