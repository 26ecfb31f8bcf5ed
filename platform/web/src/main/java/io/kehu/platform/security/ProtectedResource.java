package io.kehu.platform.security;

import io.kehu.platform.token.AuthProperties;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer.ProtectedResourceMetadataConfigurer;

/**
 * Describes the APIs as a protected resource (RFC 9728) under the address of the
 * installation, whatever host a request names. Access tokens are not bound to
 * certificates.
 */
final class ProtectedResource implements Customizer<ProtectedResourceMetadataConfigurer> {

	static final String PATH = "/.well-known/oauth-protected-resource";

	private final AuthProperties properties;

	ProtectedResource(AuthProperties properties) {
		this.properties = properties;
	}

	@Override
	public void customize(ProtectedResourceMetadataConfigurer metadata) {
		metadata.protectedResourceMetadataCustomizer((resource) -> resource.resource(this.properties.issuer())
			.authorizationServer(this.properties.issuer())
			.tlsClientCertificateBoundAccessTokens(false));
	}

}
