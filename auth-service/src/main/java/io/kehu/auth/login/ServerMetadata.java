package io.kehu.auth.login;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.kehu.auth.factor.LoginEvidence;
import io.kehu.auth.key.SigningAlgorithm;

import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * Makes the metadata of this server (RFC 8414, OpenID Connect Discovery) say what it
 * supports, and nothing else.
 */
final class ServerMetadata {

	private ServerMetadata() {
	}

	static void describe(Map<String, Object> metadata) {
		List<String> withSecret = List.of("client_secret_basic", "client_secret_post");
		List<String> any = List.of("client_secret_basic", "client_secret_post", "none");
		metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
		metadata.put("token_endpoint_auth_methods_supported", any);
		metadata.put("introspection_endpoint_auth_methods_supported", withSecret);
		metadata.put("revocation_endpoint_auth_methods_supported", any);
		metadata.put("acr_values_supported", List.of(LoginEvidence.ONE_FACTOR, LoginEvidence.TWO_FACTORS));
		metadata.put("response_modes_supported",
				Arrays.stream(ResponseMode.values()).map(ResponseMode::value).toList());
		metadata.put("authorization_response_iss_parameter_supported", true);
		metadata.remove("tls_client_certificate_bound_access_tokens");
		metadata.remove("dpop_signing_alg_values_supported");
	}

	/**
	 * Doesn't list {@code profile}: this server knows only some of the claims that the
	 * scope stands for, which {@code claims_supported} lists.
	 */
	static void describeForOpenId(Map<String, Object> metadata) {
		describe(metadata);
		metadata.put("id_token_signing_alg_values_supported",
				Arrays.stream(SigningAlgorithm.values()).map(SigningAlgorithm::name).toList());
		metadata.put("scopes_supported", List.of(OidcScopes.OPENID, OidcScopes.EMAIL));
		metadata.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr",
				"name", "preferred_username", "locale", "email", "email_verified"));
		metadata.put("prompt_values_supported", List.of("none", "login", "consent"));
		metadata.put("request_parameter_supported", false);
		metadata.put("request_uri_parameter_supported", false);
		metadata.put("ui_locales_supported", List.of("en"));
	}

}
