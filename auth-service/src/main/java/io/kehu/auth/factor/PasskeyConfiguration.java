package io.kehu.auth.factor;

import java.net.URI;
import java.util.Set;

import io.kehu.auth.user.Accounts;
import io.kehu.platform.token.AuthProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Configures passkeys for the public address. They must verify their user and be
 * discoverable without a user name.
 */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

	static final AuthenticatorSelectionCriteria SELECTION = AuthenticatorSelectionCriteria.builder()
		.residentKey(ResidentKeyRequirement.REQUIRED)
		.userVerification(UserVerificationRequirement.REQUIRED)
		.build();

	@Bean
	UserCredentialRepository userCredentials(JdbcOperations jdbc) {
		return new JdbcUserCredentialRepository(jdbc);
	}

	@Bean
	PasskeyUsers passkeyUsers(Accounts accounts) {
		return new PasskeyUsers(accounts);
	}

	@Bean
	PublicKeyCredentialRpEntity relyingParty(AuthProperties properties) {
		return PublicKeyCredentialRpEntity.builder().id(URI.create(properties.issuer()).getHost()).name("Kehu").build();
	}

	@Bean
	PasskeyChallenges passkeyChallenges(PublicKeyCredentialRpEntity relyingParty, PasskeyUsers users) {
		return new PasskeyChallenges(relyingParty, users);
	}

	@Bean
	WebAuthnRelyingPartyOperations passkeyOperations(PasskeyUsers users, UserCredentialRepository credentials,
			PublicKeyCredentialRpEntity relyingParty, AuthProperties properties, FreshProof proofs) {
		URI issuer = URI.create(properties.issuer());
		String origin = issuer.getScheme() + "://" + issuer.getAuthority();
		Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(users, credentials,
				relyingParty, Set.of(origin));
		operations.setCustomizeCreationOptions(
				(options) -> options.authenticatorSelection(SELECTION).pubKeyCredParams(PasskeyChallenges.ALGORITHMS));
		operations
			.setCustomizeRequestOptions((options) -> options.userVerification(UserVerificationRequirement.REQUIRED));
		return new PasskeyOperations(operations, proofs);
	}

}
