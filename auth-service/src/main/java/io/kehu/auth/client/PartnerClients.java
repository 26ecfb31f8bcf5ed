package io.kehu.auth.client;

import java.util.Set;

import io.kehu.auth.right.Holder;
import io.kehu.auth.right.Rights;
import io.kehu.auth.right.RightsReader;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;

/**
 * Adds the partner clients to the built-in ones.
 */
class PartnerClients implements RegisteredClientRepository {

	/** The name of the setting that holds the allowed addresses. */
	static final String ADDRESS_RANGES = "kehu.address-ranges";

	private final RegisteredClientRepository builtIn;

	private final ClientAccessRepository clients;

	private final RightsReader rights;

	PartnerClients(RegisteredClientRepository builtIn, ClientAccessRepository clients, RightsReader rights) {
		this.builtIn = builtIn;
		this.clients = clients;
		this.rights = rights;
	}

	@Override
	public void save(RegisteredClient client) {
		this.builtIn.save(client);
	}

	@Override
	public @Nullable RegisteredClient findById(String id) {
		return id.startsWith(RightsReader.PARTNER) ? partner(id) : this.builtIn.findById(id);
	}

	@Override
	public @Nullable RegisteredClient findByClientId(String clientId) {
		return clientId.startsWith(RightsReader.PARTNER) ? partner(clientId) : this.builtIn.findByClientId(clientId);
	}

	private @Nullable RegisteredClient partner(String clientId) {
		return this.clients.find(clientId).map(this::registered).orElse(null);
	}

	private RegisteredClient registered(ClientAccess client) {
		Set<String> scopes = this.rights.ofPartner(client.clientId())
			.map(Holder::rights)
			.orElse(Rights.NONE)
			.permissions()
			.keySet();
		RegisteredClient.Builder registered = RegisteredClient.withId(client.clientId())
			.clientId(client.clientId())
			.clientIdIssuedAt(client.createdAt())
			.clientSecret(ClientSecrets.joined(client.digests()))
			.clientName(client.name())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.scopes((all) -> all.addAll(scopes))
			.clientSettings(ClientSettings.builder()
				.requireProofKey(client.proofKeyRequired())
				.requireAuthorizationConsent(true)
				.setting(ADDRESS_RANGES, client.addressRanges())
				.build())
			.tokenSettings(BuiltInClients.tokens(client.idTokenAlgorithm().signature()));
		if (client.expiresAt() != null) {
			registered.clientSecretExpiresAt(client.expiresAt());
		}
		return forPeople(registered, client).build();
	}

	/**
	 * Enables the authorization code flow for a client with redirect URIs. Each user has
	 * to give consent.
	 */
	private static RegisteredClient.Builder forPeople(RegisteredClient.Builder registered, ClientAccess client) {
		return client.redirectUris().isEmpty() ? registered
				: registered.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
					.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
					.scope(OidcScopes.OPENID)
					.scope(OidcScopes.PROFILE)
					.scope(OidcScopes.EMAIL)
					.redirectUris((all) -> all.addAll(client.redirectUris()))
					.postLogoutRedirectUris((all) -> all.addAll(client.postLogoutRedirectUris()));
	}

}
