package io.kehu.auth.login;

import java.text.ParseException;
import java.util.List;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.kehu.auth.key.SigningKeys;
import io.kehu.platform.token.AuthProperties;

import org.springframework.stereotype.Component;

/**
 * Verifies ID tokens that clients send back as {@code id_token_hint}. They may have
 * expired.
 */
@Component
class IdTokenHint {

	private final SigningKeys keys;

	private final AuthProperties properties;

	IdTokenHint(SigningKeys keys, AuthProperties properties) {
		this.keys = keys;
		this.properties = properties;
	}

	/**
	 * Returns the claims of an ID token that this server has issued, or nothing if it
	 * isn't one.
	 */
	Optional<JWTClaimsSet> verify(String hint) {
		try {
			SignedJWT token = SignedJWT.parse(hint);
			JWTClaimsSet claims = token.getJWTClaimsSet();
			boolean genuine = isSigned(token) && this.properties.issuer().equals(claims.getIssuer())
					&& claims.getSubject() != null;
			return genuine ? Optional.of(claims) : Optional.empty();
		}
		catch (ParseException | JOSEException ex) {
			return Optional.empty();
		}
	}

	private boolean isSigned(SignedJWT token) throws JOSEException {
		List<JWK> candidates = this.keys.get(new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())), null);
		for (JWK key : candidates) {
			if (key instanceof AsymmetricJWK pair) {
				JWSVerifier verifier = new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(),
						pair.toPublicKey());
				if (token.verify(verifier)) {
					return true;
				}
			}
		}
		return false;
	}

}
