package io.kehu.auth.client;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.RightsReader;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Restricts authenticated clients to their allowed addresses. The address is the one that
 * the gateway forwards; other peers aren't trusted, see {@code server.tomcat.remoteip}.
 */
class FromAllowedAddress implements AuthenticationProvider {

	private final AuthenticationProvider secrets;

	private final AuditLog audit;

	FromAllowedAddress(AuthenticationProvider secrets, AuditLog audit) {
		this.secrets = secrets;
		this.audit = audit;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) throws AuthenticationException {
		Authentication proved = this.secrets.authenticate(authentication);
		if (proved instanceof OAuth2ClientAuthenticationToken client) {
			check(Objects.requireNonNull(client.getRegisteredClient()), ThrottledSecrets.address(authentication));
		}
		return proved;
	}

	private void check(RegisteredClient client, String address) {
		List<String> ranges = client.getClientSettings().getSetting(PartnerClients.ADDRESS_RANGES);
		if (ranges == null || ranges.isEmpty()
				|| ranges.stream().anyMatch((range) -> new IpAddressMatcher(range).matches(address))) {
			return;
		}
		UUID id = UUID.fromString(client.getClientId().substring(RightsReader.PARTNER.length()));
		this.audit.append("client.refused-address", id, Map.of("address", address));
		throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.secrets.supports(authentication);
	}

}
