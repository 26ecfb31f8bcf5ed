package io.kehu.auth.user;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A user. The password hash is stored separately, see {@link Account}, so that changing a
 * user never writes back an older hash.
 */
@Entity
@Table(name = "users")
class User extends DetailedRecord<UserDetails, UserView> implements Keyed {

	private String username;

	private String displayName;

	private @Nullable String email;

	private @Nullable String locale;

	private boolean enabled;

	private boolean passwordResetRequired;

	@ElementCollection
	@CollectionTable(name = "user_roles", joinColumns = @JoinColumn(name = "user_id"))
	@Column(name = "role")
	private Set<String> roles = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "team_members", joinColumns = @JoinColumn(name = "user_id"))
	@Column(name = "team_id")
	private Set<UUID> teamIds = new HashSet<>();

	@ElementCollection
	@CollectionTable(name = "user_external_id", joinColumns = @JoinColumn(name = "user_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected User() {
	}

	@SuppressWarnings("NullAway.Init")
	private User(UserDetails details, Instant now) {
		super(now);
		this.enabled = true;
		apply(details);
	}

	/**
	 * Creates a user without a password.
	 */
	static User register(UserDetails details, Instant now) {
		return new User(details, now);
	}

	/**
	 * Locks the user.
	 */
	@Nullable RecordEvent lock(Instant now) {
		return admit(false, now) ? Event.LOCKED : null;
	}

	/**
	 * Unlocks the user.
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
	 * Starts a new version because of attempts to guess the credentials. Each alert is
	 * published.
	 */
	RecordEvent attacked(Instant now) {
		changed(now);
		return Event.ATTACKED;
	}

	/**
	 * Sets whether a new password is required at the next login.
	 */
	@Nullable RecordEvent requirePasswordReset(boolean required, Instant now) {
		if (this.passwordResetRequired == required) {
			return null;
		}
		this.passwordResetRequired = required;
		changed(now);
		return RecordEvent.CHANGED;
	}

	@Override
	public boolean change(UserDetails details, Instant now) {
		return super.change(details.sorted(), now);
	}

	@Override
	protected void apply(UserDetails details) {
		this.username = details.username();
		this.displayName = details.displayName();
		this.email = details.email();
		this.locale = details.locale();
		replace(this.roles, Set.copyOf(details.roles()));
		replace(this.teamIds, Set.copyOf(details.teamIds()));
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	private static <T> void replace(Set<T> stored, Set<T> wanted) {
		stored.retainAll(wanted);
		stored.addAll(wanted);
	}

	@Override
	public UserDetails details() {
		return new UserDetails(this.username, this.displayName, this.email, this.locale,
				this.roles.stream().sorted().toList(), this.teamIds.stream().sorted().toList(),
				ExternalId.sorted(this.externalIds));
	}

	@Override
	public UserView view() {
		return new UserView(id(), version(), this.username, this.displayName, this.email, this.locale, this.enabled,
				this.passwordResetRequired, this.roles.stream().sorted().toList(),
				this.teamIds.stream().sorted().toList(), ExternalId.sorted(this.externalIds), createdAt(), updatedAt(),
				deletedAt());
	}

	String username() {
		return this.username;
	}

	String displayName() {
		return this.displayName;
	}

	/**
	 * The events of intents.
	 */
	enum Event implements RecordEvent {

		LOCKED, UNLOCKED, ATTACKED

	}

}
