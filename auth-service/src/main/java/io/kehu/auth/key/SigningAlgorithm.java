package io.kehu.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * The algorithms that tokens are signed with, each of which has keys of its own.
 */
public enum SigningAlgorithm {

	/** ECDSA on P-256 with SHA-256: all access tokens. */
	ES256(SignatureAlgorithm.ES256) {

		@Override
		JWK generate() throws JOSEException {
			return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.ES256)
				.keyIDFromThumbprint(true)
				.generate();
		}

	},

	/** RSA with SHA-256, which every OpenID Connect client supports: ID tokens. */
	RS256(SignatureAlgorithm.RS256) {

		@Override
		JWK generate() throws JOSEException {
			return new RSAKeyGenerator(MODULUS_BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyIDFromThumbprint(true)
				.generate();
		}

	};

	private static final int MODULUS_BITS = 2048;

	private final SignatureAlgorithm signature;

	SigningAlgorithm(SignatureAlgorithm signature) {
		this.signature = signature;
	}

	/**
	 * Returns the algorithm as Spring Security names it.
	 */
	public SignatureAlgorithm signature() {
		return this.signature;
	}

	/**
	 * Returns the algorithm of a client's ID tokens.
	 */
	public static SigningAlgorithm of(SignatureAlgorithm signature) {
		return valueOf(signature.getName());
	}

	abstract JWK generate() throws JOSEException;

	JWK newKey() {
		try {
			return generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
