package io.kehu.auth.client;

import java.util.Collection;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.Catalogue;
import io.kehu.auth.right.Grantable;
import io.kehu.auth.right.RightsReader;
import io.kehu.auth.throttle.Throttle;
import io.kehu.platform.record.RecordCheck;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Configures the storage of clients and grants, and declares partner clients.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.users", "client", "registered", ApiClient.Event.values());

	@Bean
	RegisteredClientRepository registeredClients(JdbcOperations jdbc, ClientAccessRepository clients,
			RightsReader rights) {
		return new PartnerClients(new JdbcRegisteredClientRepository(jdbc), clients, rights);
	}

	@Bean
	Customizer<OAuth2ClientAuthenticationConfigurer> clientAuthentication(RegisteredClientRepository registered,
			Throttle throttle, AuditLog audit, ClientRefusal refusal) {
		ClientSecrets secrets = new ClientSecrets();
		RefreshingPublicClient refreshing = new RefreshingPublicClient(registered);
		return (clients) -> clients.errorResponseHandler(refusal)
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
	RecordStore<ClientDetails, ApiClient, ClientView> clients(RecordStores stores, Catalogue catalogue,
			ClientRules rules) {
		return stores.of(ApiClient.class, ApiClient::register, EVENTS)
			.permission("client")
			.checkChunk((chunk) -> assignable(catalogue, chunk))
			.entails(rules::apply)
			.fields((fields) -> fields.name("name", ApiClient::name)
				.text("clientId", (client) -> client.view().clientId())
				.bool("enabled")
				.texts("role", "api_client_roles", "api_client_id", "role")
				.references("teamId", "api_client_teams", "api_client_id", "team_id")
				.search("search_text_of(r.name)"))
			.build();
	}

	private static RecordCheck<ClientDetails> assignable(Catalogue catalogue, Collection<ClientDetails> chunk) {
		Grantable grantable = catalogue.find(chunk.stream().flatMap((one) -> one.roles().stream()).distinct().toList(),
				chunk.stream().flatMap((one) -> one.teamIds().stream()).distinct().toList());
		return (candidate) -> {
			grantable.check(candidate, ClientDetails::roles, ClientDetails::teamIds);
			grantable.check(candidate.details().grants());
		};
	}

}
