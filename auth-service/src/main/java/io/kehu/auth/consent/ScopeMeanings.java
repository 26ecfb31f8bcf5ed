package io.kehu.auth.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.auth.right.Catalogue;

import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * Describes scopes to users.
 */
@Component
public class ScopeMeanings {

	private final Catalogue catalogue;

	ScopeMeanings(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Returns descriptions of the given scopes; {@code openid} is described only if it is
	 * the only one.
	 */
	public List<AskedScope> of(Collection<String> scopes) {
		Map<String, String> meanings = new HashMap<>(Map.of(OidcScopes.OPENID, "Know who you are", OidcScopes.PROFILE,
				"See your name and your user name", OidcScopes.EMAIL, "See your e-mail address"));
		this.catalogue.permissions().forEach((permission) -> meanings.put(permission.name(), permission.description()));
		boolean identityOnly = scopes.stream().allMatch(OidcScopes.OPENID::equals);
		return scopes.stream()
			.filter((scope) -> !scope.isEmpty() && (identityOnly || !scope.equals(OidcScopes.OPENID)))
			.map((scope) -> new AskedScope(scope, meanings.getOrDefault(scope, scope)))
			.toList();
	}

}
