package io.kehu.auth.client;

import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiPredicate;

import io.kehu.auth.right.Catalogue;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes partner clients and their secrets.
 */
@Service
class ClientService extends RecordService<ClientDetails, ApiClient, ClientView> {

	private static final RecordEvents EVENTS = new RecordEvents(ClientEvent.REGISTERED, ClientEvent.CHANGED,
			ClientEvent.DELETED, ClientEvent.RESTORED);

	private static final int SECRET_BYTES = 36;

	private final StringKeyGenerator values = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(),
			SECRET_BYTES);

	private final ApiClientRepository clients;

	private final Catalogue catalogue;

	private final ClientRules rules;

	ClientService(RecordTools tools, ApiClientRepository clients, Catalogue catalogue, ClientRules rules) {
		super(tools, EVENTS, clients);
		this.clients = clients;
		this.catalogue = catalogue;
		this.rules = rules;
	}

	/**
	 * Locks a client; its tokens stop working immediately.
	 * @throws ProblemException if there is no such client
	 */
	@Transactional
	public void lock(UUID id) {
		intend(id, ClientEvent.LOCKED, ApiClient::lock);
	}

	/**
	 * Unlocks a client; its earlier tokens stay revoked.
	 * @throws ProblemException if there is no such client
	 */
	@Transactional
	public void unlock(UUID id) {
		intend(id, ClientEvent.UNLOCKED, ApiClient::unlock);
	}

	/**
	 * Adds a secret to a client.
	 * @param expiresAt the time at which the secret expires, or null
	 * @return the secret, which can't be retrieved again
	 * @throws ProblemException if there is no such client or it has two secrets already
	 */
	@Transactional
	public NewSecret addSecret(UUID id, @Nullable Instant expiresAt) {
		if (expiresAt != null && !expiresAt.isAfter(now())) {
			throw ProblemException.invalid("/expiresAt", "out_of_range", "must be in the future");
		}
		String value = this.values.generateKey();
		ClientSecret secret = new ClientSecret(Ids.next(), ClientSecrets.digest(value), now(), expiresAt);
		ClientView view = intend(id, ClientEvent.CHANGED, (client, now) -> {
			if (!client.add(secret, now)) {
				throw ProblemException.of(HttpStatus.CONFLICT, "too-many-secrets",
						"The client already has %d secrets; revoke one first.".formatted(ApiClient.MOST_SECRETS));
			}
			return true;
		});
		return new NewSecret(secret.id(), view.clientId(), value, secret.createdAt(), expiresAt);
	}

	/**
	 * Revokes a secret and the client's tokens.
	 * @throws ProblemException if there is no such client or secret
	 */
	@Transactional
	public void revokeSecret(UUID id, UUID secretId) {
		intend(id, ClientEvent.CHANGED, (client, now) -> {
			if (!client.revoke(secretId, now)) {
				throw ProblemException.notFound("secret", secretId);
			}
			return true;
		});
	}

	private ClientView intend(UUID id, ClientEvent event, BiPredicate<ApiClient, Instant> change) {
		ApiClient client = this.clients.findPresent(id).orElseThrow(() -> ProblemException.notFound("client", id));
		ClientView before = client.view();
		return change.test(client, now()) ? noted(event, client, before) : before;
	}

	@Override
	protected void stored(RecordChange change) {
		this.rules.apply(change);
	}

	@Override
	protected ApiClient make(ClientDetails details, Instant now) {
		return ApiClient.register(details, now);
	}

	@Override
	protected ClientLookup lookup(Collection<ClientDetails> details) {
		return ClientLookup.of(this.catalogue, details);
	}

}
