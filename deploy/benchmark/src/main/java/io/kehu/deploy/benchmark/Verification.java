package io.kehu.deploy.benchmark;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.platform.token.AccessTokenDecoder;
import io.kehu.platform.token.AuthProperties;

/**
 * Verifies tokens with the decoder of the services, on all processors. The tokens have
 * the claims that auth-service issues to API clients, each with a unique id.
 */
final class Verification {

	private static final String ISSUER = "http://localhost:8080";

	private static final int TOKENS = 2_000;

	private static final List<String> PERMISSIONS = List.of("customer:read", "customer:write", "customer:delete",
			"order:read", "order:write", "product:read", "product:write", "migration:read", "migration:write",
			"user:read", "user:write");

	private final int processors;

	private final ECKey key;

	private final List<String> tokens = new ArrayList<>();

	Verification(int processors) throws JOSEException {
		this.processors = processors;
		this.key = new ECKeyGenerator(Curve.P_256).keyID("measured").generate();
		for (int i = 0; i < TOKENS; i++) {
			this.tokens.add(token());
		}
	}

	/** Returns how many tokens are verified per second with an empty cache. */
	double first(int warmUp, int seconds) throws Exception {
		run(warmUp, this::decoder);
		return run(seconds, this::decoder);
	}

	/**
	 * Returns how many are, when each has come before.
	 * @param seconds how long, less than a token is remembered
	 */
	double again(int seconds) throws Exception {
		AccessTokenDecoder knowing = decoder();
		this.tokens.forEach(knowing::decode);
		return run(seconds, () -> knowing);
	}

	private double run(int seconds, Supplier<AccessTokenDecoder> decoders) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(this.processors);
		long start = System.nanoTime();
		long end = start + TimeUnit.SECONDS.toNanos(seconds);
		List<Future<Long>> parts = new ArrayList<>();
		for (int i = 0; i < this.processors; i++) {
			parts.add(threads.submit(() -> verify(end, decoders)));
		}
		long verified = 0;
		for (Future<Long> part : parts) {
			verified += part.get();
		}
		threads.shutdown();
		return verified * 1e9 / (System.nanoTime() - start);
	}

	/** Verifies tokens until a moment, and at least one however busy the machine is. */
	private long verify(long end, Supplier<AccessTokenDecoder> decoders) {
		long verified = 0;
		do {
			AccessTokenDecoder decoder = decoders.get();
			int next = 0;
			do {
				decoder.decode(this.tokens.get(next++));
				verified++;
			}
			while (next < TOKENS && System.nanoTime() < end);
		}
		while (System.nanoTime() < end);
		return verified;
	}

	private AccessTokenDecoder decoder() {
		return new AccessTokenDecoder(new ImmutableJWKSet<>(new JWKSet(this.key.toPublicJWK())),
				new AuthProperties(ISSUER, null, "kehu"), (token) -> false, Clock.systemUTC());
	}

	private String token() throws JOSEException {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(
				new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt"))
					.keyID(this.key.getKeyID())
					.build(),
				new JWTClaimsSet.Builder().issuer(ISSUER)
					.subject("kehu-cli")
					.audience("kehu")
					.jwtID(UUID.randomUUID().toString())
					.issueTime(Date.from(now))
					.notBeforeTime(Date.from(now))
					.expirationTime(Date.from(now.plusSeconds(3600)))
					.claim("client_id", "kehu-cli")
					.claim("roles", List.of("administrator"))
					.claim("permissions", PERMISSIONS)
					.claim("teams", List.of())
					.build());
		token.sign(new ECDSASigner(this.key));
		return token.serialize();
	}

}
