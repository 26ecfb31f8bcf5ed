package io.kehu.auth.token;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Passes everything on to a store, except for what a subclass does differently.
 */
abstract class DelegatingAuthorizations implements OAuth2AuthorizationService {

	private final OAuth2AuthorizationService store;

	DelegatingAuthorizations(OAuth2AuthorizationService store) {
		this.store = store;
	}

	@Override
	public void save(OAuth2Authorization authorization) {
		this.store.save(authorization);
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.store.remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.store.findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
		return this.store.findByToken(token, type);
	}

}
