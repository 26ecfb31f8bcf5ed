package io.kehu.auth.factor;

import java.security.Principal;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;

/**
 * Stores the challenge of a passkey registration in the session. The rest of the options
 * is constant and not serializable.
 */
class PasskeyChallenges implements PublicKeyCredentialCreationOptionsRepository {

	static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(PublicKeyCredentialParameters.EdDSA,
			PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256);

	private static final String ATTRIBUTE = "io.kehu.passkey-challenge";

	private final PublicKeyCredentialRpEntity relyingParty;

	private final PasskeyUsers users;

	PasskeyChallenges(PublicKeyCredentialRpEntity relyingParty, PasskeyUsers users) {
		this.relyingParty = relyingParty;
		this.users = users;
	}

	@Override
	public void save(HttpServletRequest request, HttpServletResponse response,
			@Nullable PublicKeyCredentialCreationOptions options) {
		if (options != null) {
			request.getSession().setAttribute(ATTRIBUTE, options.getChallenge().toBase64UrlString());
		}
		else if (request.getSession(false) != null) {
			request.getSession(false).removeAttribute(ATTRIBUTE);
		}
	}

	@Override
	public @Nullable PublicKeyCredentialCreationOptions load(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Principal person = request.getUserPrincipal();
		if (session == null || person == null || !(session.getAttribute(ATTRIBUTE) instanceof String challenge)) {
			return null;
		}
		PublicKeyCredentialUserEntity user = this.users.findByUsername(person.getName());
		return (user == null) ? null
				: PublicKeyCredentialCreationOptions.builder()
					.rp(this.relyingParty)
					.user(user)
					.challenge(Bytes.fromBase64(challenge))
					.pubKeyCredParams(ALGORITHMS)
					.authenticatorSelection(PasskeyConfiguration.SELECTION)
					.build();
	}

}
