package io.kehu.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

import io.kehu.platform.embedded.FreePorts;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * The address under which the service and its clients know each other, and a web
 * application that needs consent.
 */
record PublicAddress(int port) {

	static final String APPLICATION = "test-application";

	static final String APPLICATION_SECRET = "a-secret-of-the-web-application";

	static PublicAddress next() {
		return new PublicAddress(FreePorts.next());
	}

	String url() {
		return "http://localhost:" + this.port;
	}

	void set(DynamicPropertyRegistry registry) {
		registry.add("server.port", this::port);
		registry.add("kehu.auth.issuer", this::url);
	}

	/**
	 * Returns the web application.
	 */
	static RegisteredClient application() {
		return RegisteredClient.withId(UUID.randomUUID().toString())
			.clientId(APPLICATION)
			.clientName("Test application")
			.clientSecret(stored(APPLICATION_SECRET))
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
			.redirectUri("http://127.0.0.1/callback")
			.scope(OidcScopes.OPENID)
			.scope(OidcScopes.PROFILE)
			.scope(OidcScopes.EMAIL)
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(true).build())
			.tokenSettings(TokenSettings.builder()
				.reuseRefreshTokens(false)
				.idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
				.build())
			.build();
	}

	private static String stored(String secret) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
			return "{sha256}" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
