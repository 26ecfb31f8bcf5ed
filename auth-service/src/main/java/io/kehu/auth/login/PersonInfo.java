package io.kehu.auth.login;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;

/**
 * The claims about a user that a client has been granted, as they are now.
 */
@Component
class PersonInfo implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

	private final Accounts accounts;

	PersonInfo(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
		OidcIdToken token = Objects.requireNonNull(context.getAuthorization().getToken(OidcIdToken.class)).getToken();
		String subject = Objects.requireNonNull(token.getSubject());
		Account account = this.accounts.find(UUID.fromString(subject))
			.filter(Account::enabled)
			.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
		Set<String> scopes = context.getAccessToken().getScopes();
		OidcUserInfo.Builder info = OidcUserInfo.builder().subject(subject);
		if (scopes.contains(OidcScopes.PROFILE)) {
			info.name(account.displayName()).preferredUsername(account.username());
			if (account.locale() != null) {
				info.locale(account.locale());
			}
		}
		if (scopes.contains(OidcScopes.EMAIL) && account.email() != null) {
			// Administrators enter addresses; nobody has confirmed them
			info.email(account.email()).emailVerified(false);
		}
		return info.build();
	}

}
