package io.kehu.auth.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.auth.right.RightsReader;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedRecord;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A partner client.
 */
@Entity
@Table(name = "api_clients")
class ApiClient extends KeyedRecord<ClientDetails, ClientView> {

	/** The maximum number of secrets: the current one and its successor. */
	static final int MOST_SECRETS = 2;

	private String clientId;

	private String name;

	private boolean enabled;

	private List<String> permissions;

	private List<String> addressRanges;

	private List<String> redirectUris;

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
	 * @return whether it was unlocked before
	 */
	boolean lock(Instant now) {
		return admit(false, now);
	}

	/**
	 * Unlocks the client.
	 * @return whether it was locked before
	 */
	boolean unlock(Instant now) {
		return admit(true, now);
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
	 * @return whether the client has room for another secret
	 */
	boolean add(ClientSecret secret, Instant now) {
		this.secrets.removeIf((present) -> !present.live(now));
		if (this.secrets.size() >= MOST_SECRETS) {
			return false;
		}
		this.secrets.add(secret);
		changed(now);
		return true;
	}

	/**
	 * Revokes a secret.
	 * @return whether the client had this secret
	 */
	boolean revoke(UUID secretId, Instant now) {
		boolean had = this.secrets.removeIf((secret) -> secret.id().equals(secretId));
		if (had) {
			changed(now);
		}
		return had;
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
				List.copyOf(this.redirectUris), this.expiresAt);
	}

	@Override
	public ClientView view() {
		ClientDetails details = details();
		return new ClientView(id(), version(), this.clientId, this.name, this.enabled, details.roles(),
				details.permissions(), details.teamIds(), details.addressRanges(), details.redirectUris(),
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

	/** Returns an empty set: clients have no external ids. */
	@Override
	public Set<ExternalId> externalIds() {
		return Set.of();
	}

}
