package io.kehu.auth.factor;

import java.util.List;
import java.util.UUID;

import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * The passkeys of users.
 */
@Component
class Passkeys {

	private final UserCredentialRepository credentials;

	Passkeys(UserCredentialRepository credentials) {
		this.credentials = credentials;
	}

	List<Passkey> of(UUID userId) {
		return this.credentials.findByUserId(PasskeyUsers.entityId(userId))
			.stream()
			.map((credential) -> new Passkey(credential.getCredentialId().toBase64UrlString(), credential.getLabel(),
					credential.getCreated(), credential.getLastUsed()))
			.toList();
	}

	/** Removes a passkey of this user and returns whether there was one. */
	boolean remove(UUID userId, String id) {
		boolean theirs = of(userId).stream().anyMatch((passkey) -> passkey.id().equals(id));
		if (theirs) {
			this.credentials.delete(Bytes.fromBase64(id));
		}
		return theirs;
	}

}
