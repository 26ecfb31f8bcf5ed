package io.kehu.auth.client;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.RightsReader;
import io.kehu.auth.throttle.Throttle;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Configures the storage of clients and grants, and the list of partner clients.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	static final ListFields<ApiClient> FIELDS = ListFields
		.ofDeletable("api_clients c", ApiClient::id, ApiClient::deletedAt)
		.text("name", ListFields.names("c.name"), ApiClient::name)
		.text("clientId", "c.client_id", (client) -> client.view().clientId())
		.bool("enabled", "c.enabled")
		.instant("createdAt", "c.created_at", ApiClient::createdAt)
		.instant("updatedAt", "c.updated_at", ApiClient::updatedAt)
		.several("role", "exists (select 1 from api_client_roles r where r.api_client_id = c.id and r.role = :value)")
		.several("teamId",
				"exists (select 1 from api_client_teams m where m.api_client_id = c.id"
						+ " and cast(m.team_id as text) = :value)")
		.search("search_text_of(c.name)");

	@Bean
	RegisteredClientRepository registeredClients(JdbcOperations jdbc, ClientAccessRepository clients,
			RightsReader rights) {
		return new PartnerClients(new JdbcRegisteredClientRepository(jdbc), clients, rights);
	}

	@Bean
	Customizer<OAuth2ClientAuthenticationConfigurer> clientAuthentication(RegisteredClientRepository registered,
			Throttle throttle, AuditLog audit) {
		ClientSecrets secrets = new ClientSecrets();
		RefreshingPublicClient refreshing = new RefreshingPublicClient(registered);
		return (clients) -> clients.errorResponseHandler(new ClientRefusal())
			.authenticationConverter(new OneAuthenticationMethod())
			.authenticationConverter(refreshing)
			.authenticationProvider(refreshing)
			.authenticationProviders((providers) -> providers.replaceAll((provider) -> {
				if (provider instanceof ClientSecretAuthenticationProvider checkingSecrets) {
					checkingSecrets.setPasswordEncoder(secrets);
					return new FromAllowedAddress(new ThrottledSecrets(checkingSecrets, throttle), audit);
				}
				return provider;
			}));
	}

	@Bean
	RecordList<ApiClient> clientList(RecordLists lists) {
		return lists.create(ApiClient.class, FIELDS);
	}

}
