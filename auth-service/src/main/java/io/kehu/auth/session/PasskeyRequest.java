package io.kehu.auth.session;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;

/**
 * What a login with a passkey was asked for, as it is stored until the answer.
 *
 * @param challenge the challenge in Base64 for URLs
 * @param relyingParty the id of the relying party
 * @param seconds how long the browser waits
 * @param passkeys the ids of the passkeys that may answer, separated by spaces
 * @param verification how the user is to be verified
 */
record PasskeyRequest(String challenge, @Nullable String relyingParty, long seconds, String passkeys,
		@Nullable String verification) {

	static PasskeyRequest of(PublicKeyCredentialRequestOptions options) {
		UserVerificationRequirement verification = options.getUserVerification();
		Duration timeout = options.getTimeout();
		return new PasskeyRequest(options.getChallenge().toBase64UrlString(), options.getRpId(),
				(timeout != null) ? timeout.toSeconds() : 0,
				options.getAllowCredentials()
					.stream()
					.map(PublicKeyCredentialDescriptor::getId)
					.filter(Objects::nonNull)
					.map(Bytes::toBase64UrlString)
					.collect(Collectors.joining(" ")),
				(verification != null) ? verification.getValue() : null);
	}

	PublicKeyCredentialRequestOptions options() {
		List<PublicKeyCredentialDescriptor> allowed = Stream.of(this.passkeys.split(" ", -1))
			.filter((id) -> !id.isEmpty())
			.map((id) -> PublicKeyCredentialDescriptor.builder()
				.type(PublicKeyCredentialType.PUBLIC_KEY)
				.id(Bytes.fromBase64(id))
				.build())
			.toList();
		return PublicKeyCredentialRequestOptions.builder()
			.challenge(Bytes.fromBase64(this.challenge))
			.rpId(this.relyingParty)
			.timeout(Duration.ofSeconds(this.seconds))
			.allowCredentials(allowed)
			.userVerification(requirement())
			.build();
	}

	private @Nullable UserVerificationRequirement requirement() {
		for (UserVerificationRequirement known : List.of(UserVerificationRequirement.DISCOURAGED,
				UserVerificationRequirement.PREFERRED, UserVerificationRequirement.REQUIRED)) {
			if (known.getValue().equals(this.verification)) {
				return known;
			}
		}
		return null;
	}

}
