package io.kehu.auth.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.auth.key.SigningAlgorithm;
import io.kehu.auth.right.RightsReader;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A partner client.
 */
@Entity
@Table(name = "api_clients")
class ApiClient extends DetailedRecord<ClientDetails, ClientView> {

	/** The maximum number of secrets: the current one and its successor. */
	static final int MOST_SECRETS = 2;

	private String clientId;

	private String name;

	private boolean enabled;

	private List<String> permissions;

	private List<String> addressRanges;

	private List<String> redirectUris;

	private List<String> postLogoutRedirectUris;

	@Enumerated(EnumType.STRING)
	private SigningAlgorithm idTokenSignedResponseAlg;

	private boolean proofKeyRequired;

	private @Nullable Instant expiresAt;

	@ElementCollection
	@CollectionTable(name = "api_client_roles", joinColumns = @JoinColumn(name = "api_client_id"))
	@Column(name = "role")
	private Set<String> roles = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "api_client_teams", joinColumns = @JoinColumn(name = "api_client_id"))
	@Column(name = "team_id")
	private Set<UUID> teamIds = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "api_client_secrets", joinColumns = @JoinColumn(name = "api_client_id"))
	private Set<ClientSecret> secrets = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected ApiClient() {
	}

	@SuppressWarnings("NullAway.Init")
	private ApiClient(ClientDetails details, Instant now) {
		super(now);
		this.clientId = RightsReader.PARTNER + id();
		this.enabled = true;
		apply(details);
	}

	/**
	 * Creates a client without a secret.
	 */
	static ApiClient register(ClientDetails details, Instant now) {
		return new ApiClient(details, now);
	}

	/**
	 * Locks the client.
	 */
	@Nullable RecordEvent lock(Instant now) {
		return admit(false, now) ? Event.LOCKED : null;
	}

	/**
	 * Unlocks the client.
	 */
	@Nullable RecordEvent unlock(Instant now) {
		return admit(true, now) ? Event.UNLOCKED : null;
	}

	private boolean admit(boolean wanted, Instant now) {
		boolean different = this.enabled != wanted;
		if (different) {
			this.enabled = wanted;
			changed(now);
		}
		return different;
	}

	/**
	 * Adds a secret and removes expired ones.
	 * @throws ProblemException if the client has no room for another secret
	 */
	RecordEvent add(ClientSecret secret, Instant now) {
		this.secrets.removeIf((present) -> !present.live(now));
		if (this.secrets.size() >= MOST_SECRETS) {
			throw ProblemException.of(HttpStatus.CONFLICT, "too-many-secrets",
					"The client already has %d secrets; revoke one first.".formatted(MOST_SECRETS));
		}
		this.secrets.add(secret);
		changed(now);
		return RecordEvent.CHANGED;
	}

	/**
	 * Revokes a secret.
	 * @throws ProblemException if the client has no such secret
	 */
	RecordEvent revoke(UUID secretId, Instant now) {
		if (!this.secrets.removeIf((secret) -> secret.id().equals(secretId))) {
			throw ProblemException.notFound("secret", secretId);
		}
		changed(now);
		return RecordEvent.CHANGED;
	}

	@Override
	public boolean change(ClientDetails details, Instant now) {
		return super.change(details.settled(), now);
	}

	@Override
	protected void apply(ClientDetails details) {
		ClientDetails settled = details.settled();
		this.name = settled.name();
		this.permissions = new ArrayList<>(settled.permissions());
		this.addressRanges = new ArrayList<>(settled.addressRanges());
		this.redirectUris = new ArrayList<>(settled.redirectUris());
		this.postLogoutRedirectUris = new ArrayList<>(settled.postLogoutRedirectUris());
		this.idTokenSignedResponseAlg = settled.idTokenSignedResponseAlg();
		this.proofKeyRequired = settled.proofKeyRequired();
		this.expiresAt = settled.expiresAt();
		replace(this.roles, Set.copyOf(settled.roles()));
		replace(this.teamIds, Set.copyOf(settled.teamIds()));
	}

	private static <T> void replace(Set<T> stored, Set<T> wanted) {
		stored.retainAll(wanted);
		stored.addAll(wanted);
	}

	@Override
	public ClientDetails details() {
		return new ClientDetails(this.name, this.roles.stream().sorted().toList(), List.copyOf(this.permissions),
				this.teamIds.stream().sorted().toList(), List.copyOf(this.addressRanges),
				List.copyOf(this.redirectUris), List.copyOf(this.postLogoutRedirectUris), this.idTokenSignedResponseAlg,
				this.proofKeyRequired, this.expiresAt);
	}

	@Override
	public ClientView view() {
		ClientDetails details = details();
		return new ClientView(id(), version(), this.clientId, this.name, this.enabled, details.roles(),
				details.permissions(), details.teamIds(), details.addressRanges(), details.redirectUris(),
				details.postLogoutRedirectUris(), details.idTokenSignedResponseAlg(), this.proofKeyRequired,
				this.expiresAt, secrets(), createdAt(), updatedAt(), deletedAt());
	}

	private List<ClientView.SecretView> secrets() {
		return this.secrets.stream()
			.sorted(Comparator.comparing(ClientSecret::id))
			.map((secret) -> new ClientView.SecretView(secret.id(), secret.createdAt(), secret.expiresAt()))
			.toList();
	}

	String name() {
		return this.name;
	}

	/**
	 * The events of intents.
	 */
	enum Event implements RecordEvent {

		LOCKED, UNLOCKED

	}

}
