package io.kehu.auth.consent;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.RightsReader;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores consents and audits them.
 */
@Component
class NotedConsents extends JdbcOAuth2AuthorizationConsentService {

	private final RightsReader rights;

	private final AuditLog audit;

	NotedConsents(JdbcOperations jdbc, RegisteredClientRepository clients, RightsReader rights, AuditLog audit) {
		super(jdbc, clients);
		this.rights = rights;
		this.audit = audit;
	}

	@Override
	@Transactional
	public void save(OAuth2AuthorizationConsent consent) {
		super.save(consent);
		UUID person = UUID.fromString(consent.getPrincipalName());
		this.audit.append("user.consent-given", person,
				this.rights.ofUser(person).map(Holder::name).orElseGet(person::toString),
				Map.of("client", consent.getRegisteredClientId(), "scopes", new TreeSet<>(consent.getScopes())));
	}

}
