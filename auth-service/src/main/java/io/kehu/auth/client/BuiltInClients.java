package io.kehu.auth.client;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.auth.BootstrapLock;
import io.kehu.platform.token.AuthProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Registers the built-in clients: the console, the gateway for browsers, the command line
 * and the services that call others on their own behalf. Their settings are updated from
 * the environment at each start.
 */
@Component
class BuiltInClients implements ApplicationRunner {

	static final String CONSOLE = "kehu-console";

	static final String GATEWAY = "kehu-gateway";

	static final String CLI = "kehu-cli";

	static final String ORDER_SERVICE = "kehu-order-service";

	static final String MIGRATION_SERVICE = "kehu-migration-service";

	/** RFC 8252, section 7.3, allows any port for this address. */
	private static final String LOOPBACK_CALLBACK = "http://127.0.0.1/callback";

	private final RegisteredClientRepository clients;

	private final ClientProperties properties;

	private final AuthProperties auth;

	private final JdbcClient jdbc;

	private final BootstrapLock lock;

	BuiltInClients(RegisteredClientRepository clients, ClientProperties properties, AuthProperties auth,
			JdbcClient jdbc, BootstrapLock lock) {
		this.clients = clients;
		this.properties = properties;
		this.auth = auth;
		this.jdbc = jdbc;
		this.lock = lock;
	}

	@Override
	public void run(@Nullable ApplicationArguments arguments) {
		this.lock.run(() -> {
			save(CONSOLE, this::console);
			String secret = this.properties.gateway().clientSecret();
			if (StringUtils.hasText(secret)) {
				save(GATEWAY, (client) -> gateway(client, secret));
			}
			confidential(CLI, "Kehu command line", "administrator", this.properties.cli());
			confidential(ORDER_SERVICE, "Kehu order service", "order-service", this.properties.orderService());
			confidential(MIGRATION_SERVICE, "Kehu migration service", "migration-service",
					this.properties.migrationService());
		});
	}

	private void confidential(String clientId, String name, String role, ClientProperties.Credentials credentials) {
		String secret = credentials.clientSecret();
		if (StringUtils.hasText(secret)) {
			save(clientId, (client) -> withSecret(client, name, secret));
			grant(clientId, role);
		}
	}

	private void console(RegisteredClient.Builder client) {
		client.clientName("Kehu console")
			.clientAuthenticationMethods(only(Set.of(ClientAuthenticationMethod.NONE)))
			.authorizationGrantTypes(
					only(Set.of(AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN)))
			.redirectUris(only(Set.of(this.auth.issuer() + "/callback", LOOPBACK_CALLBACK)))
			.postLogoutRedirectUris(only(Set.of(this.auth.issuer() + "/")))
			.scopes(only(Set.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build());
	}

	/** Part of the system itself, so that users are not asked for their consent. */
	private void gateway(RegisteredClient.Builder client, String secret) {
		client.clientName("Kehu in the browser")
			.clientSecret(ClientSecrets.digest(secret))
			.clientAuthenticationMethods(only(Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)))
			.authorizationGrantTypes(
					only(Set.of(AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN)))
			.redirectUris(only(Set.of(this.auth.issuer() + "/session/callback")))
			.postLogoutRedirectUris(only(Set.of(this.auth.issuer() + "/")))
			.scopes(only(Set.of(OidcScopes.OPENID)))
			.clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build());
	}

	private void withSecret(RegisteredClient.Builder client, String name, String secret) {
		client.clientName(name)
			.clientSecret(ClientSecrets.digest(secret))
			.clientAuthenticationMethods(only(Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
					ClientAuthenticationMethod.CLIENT_SECRET_POST)))
			.authorizationGrantTypes(only(Set.of(AuthorizationGrantType.CLIENT_CREDENTIALS)))
			.clientSettings(ClientSettings.builder().build());
	}

	private void save(String clientId, Consumer<RegisteredClient.Builder> settings) {
		RegisteredClient existing = this.clients.findByClientId(clientId);
		RegisteredClient.Builder client = (existing != null) ? RegisteredClient.from(existing)
				: RegisteredClient.withId(UUID.randomUUID().toString()).clientId(clientId);
		client.tokenSettings(tokens(SignatureAlgorithm.ES256));
		settings.accept(client);
		this.clients.save(client.build());
	}

	private void grant(String clientId, String role) {
		this.jdbc.sql("""
				insert into client_roles (client_id, role) values (:clientId, :role) on conflict do nothing""")
			.param("clientId", clientId)
			.param("role", role)
			.update();
	}

	/** Returns the lifetimes of codes and tokens, which are the same for all clients. */
	static TokenSettings tokens(SignatureAlgorithm ofIdTokens) {
		return TokenSettings.builder()
			.accessTokenTimeToLive(Duration.ofMinutes(10))
			.authorizationCodeTimeToLive(Duration.ofMinutes(1))
			.refreshTokenTimeToLive(Duration.ofHours(12))
			.reuseRefreshTokens(false)
			.idTokenSignatureAlgorithm(ofIdTokens)
			.build();
	}

	private static <T> Consumer<Set<T>> only(Set<T> values) {
		return (set) -> {
			set.clear();
			set.addAll(values);
		};
	}

}
