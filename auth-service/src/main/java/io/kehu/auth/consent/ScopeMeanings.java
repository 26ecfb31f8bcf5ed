package io.kehu.auth.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.auth.right.Catalogue;

import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * Says in words that people know what a program asks for.
 */
@Component
public class ScopeMeanings {

	private final Catalogue catalogue;

	ScopeMeanings(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Returns what these mean; that somebody has logged in at all is not told apart.
	 */
	public List<AskedScope> of(Collection<String> scopes) {
		Map<String, String> meanings = new HashMap<>(Map.of(OidcScopes.PROFILE, "See your name and your user name",
				OidcScopes.EMAIL, "See your e-mail address"));
		this.catalogue.permissions().forEach((permission) -> meanings.put(permission.name(), permission.description()));
		return scopes.stream()
			.filter((scope) -> !scope.isEmpty() && !scope.equals(OidcScopes.OPENID))
			.map((scope) -> new AskedScope(scope, meanings.getOrDefault(scope, scope)))
			.toList();
	}

}
