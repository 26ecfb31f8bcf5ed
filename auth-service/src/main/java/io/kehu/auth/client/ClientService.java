package io.kehu.auth.client;

import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiPredicate;

import io.kehu.auth.right.Catalogue;
import io.kehu.platform.cache.VersionedCache;
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
 * Changes the programs of partners, and gives them secrets.
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

	ClientService(RecordTools tools, ApiClientRepository clients, Catalogue catalogue, ClientRules rules,
			VersionedCache<ClientView> cache) {
		super(tools, EVENTS, clients, cache);
		this.clients = clients;
		this.catalogue = catalogue;
		this.rules = rules;
	}

	/**
	 * Locks a program out; its tokens stop working at once.
	 * @throws ProblemException when there is no such program
	 */
	@Transactional
	public void lock(UUID id) {
		intend(id, ClientEvent.LOCKED, ApiClient::lock);
	}

	/**
	 * Lets a program in again; the tokens of before stay revoked.
	 * @throws ProblemException when there is no such program
	 */
	@Transactional
	public void unlock(UUID id) {
		intend(id, ClientEvent.UNLOCKED, ApiClient::unlock);
	}

	/**
	 * Gives a program one more secret, beside the one that it has.
	 * @param expiresAt until when it may be used, or null
	 * @return the secret, which nobody can read again
	 * @throws ProblemException when there is no such program, or it has two already
	 */
	@Transactional
	public NewSecret addSecret(UUID id, @Nullable Instant expiresAt) {
		if (expiresAt != null && !expiresAt.isAfter(now())) {
			throw ProblemException.invalid("/expiresAt", "out_of_range", "must be in the future");
		}
		String value = this.values.generateKey();
		ClientSecret secret = new ClientSecret(Ids.next(), ClientSecrets.digest(value), now(),
				expiresAt);
		ClientView view = intend(id, ClientEvent.CHANGED, (client, now) -> {
			if (!client.add(secret, now)) {
				throw ProblemException.of(HttpStatus.CONFLICT, "too-many-secrets",
						"There are %d secrets already; revoke one.".formatted(ApiClient.MOST_SECRETS));
			}
			return true;
		});
		return new NewSecret(secret.id(), view.clientId(), value, secret.createdAt(), expiresAt);
	}

	/**
	 * Takes a secret back, and the tokens of the program with it.
	 * @throws ProblemException when there is no such program or secret
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
