package io.kehu.auth.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.Preconditions;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;

/**
 * Changes the locks and secrets of partner clients. A locked client's tokens stop working
 * immediately; its earlier tokens stay revoked when it is unlocked.
 */
@Service
class ClientService {

	private static final int SECRET_BYTES = 36;

	private final StringKeyGenerator values = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			SECRET_BYTES);

	private final RecordStore<ClientDetails, ApiClient, ClientView> clients;

	private final Clock clock;

	ClientService(RecordStore<ClientDetails, ApiClient, ClientView> clients, Clock clock) {
		this.clients = clients;
		this.clock = clock;
	}

	/**
	 * Locks a client.
	 * @throws ProblemException if there is no such client
	 */
	void lock(UUID id, Preconditions preconditions) {
		this.clients.act(id, preconditions, ApiClient::lock);
	}

	/**
	 * Unlocks a client.
	 * @throws ProblemException if there is no such client
	 */
	void unlock(UUID id, Preconditions preconditions) {
		this.clients.act(id, preconditions, ApiClient::unlock);
	}

	/**
	 * Adds a secret to a client.
	 * @param expiresAt the time at which the secret expires, or null
	 * @return the secret, which can't be retrieved again
	 * @throws ProblemException if there is no such client or it has two secrets already
	 */
	NewSecret addSecret(UUID id, Preconditions preconditions, @Nullable Instant expiresAt) {
		Instant created = this.clock.instant();
		if (expiresAt != null && !expiresAt.isAfter(created)) {
			throw ProblemException.invalid("/expiresAt", "out_of_range", "must be in the future");
		}
		String value = this.values.generateKey();
		ClientSecret secret = new ClientSecret(Ids.next(), ClientSecrets.digest(value), created, expiresAt);
		ClientView view = this.clients.act(id, preconditions, (client, now) -> client.add(secret, now));
		return new NewSecret(secret.id(), view.clientId(), value, created, expiresAt);
	}

	/**
	 * Revokes a secret and the client's tokens.
	 * @throws ProblemException if there is no such client or secret
	 */
	void revokeSecret(UUID id, Preconditions preconditions, UUID secretId) {
		this.clients.act(id, preconditions, (client, now) -> client.revoke(secretId, now));
	}

}
