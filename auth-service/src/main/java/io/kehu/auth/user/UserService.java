package io.kehu.auth.user;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiPredicate;

import io.kehu.auth.right.Catalogue;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes users. Locked and deleted users can't log in, and their tokens stop working
 * immediately.
 */
@Service
class UserService extends RecordService<UserDetails, User, UserView> {

	private static final RecordEvents EVENTS = new RecordEvents(UserEvent.REGISTERED, UserEvent.CHANGED,
			UserEvent.DELETED, UserEvent.RESTORED);

	private final UserRepository users;

	private final Catalogue catalogue;

	private final UserRules rules;

	UserService(RecordTools tools, UserRepository users, Catalogue catalogue, UserRules rules) {
		super(tools, EVENTS, users);
		this.users = users;
		this.catalogue = catalogue;
		this.rules = rules;
	}

	/**
	 * Locks a user; if the user is locked already, tokens and logins are revoked again.
	 * @throws ProblemException if there is no such user
	 */
	@Transactional
	public void lock(UUID id) {
		this.rules.revoke(intend(id, UserEvent.LOCKED, User::lock));
	}

	/**
	 * Unlocks a user; earlier tokens stay revoked.
	 * @throws ProblemException if there is no such user
	 */
	@Transactional
	public void unlock(UUID id) {
		intend(id, UserEvent.UNLOCKED, User::unlock);
	}

	/**
	 * Publishes an alert about attempts to guess a user's password or second factor, as a
	 * new version of the otherwise unchanged user.
	 */
	@Transactional
	public void attacked(UUID id) {
		intend(id, UserEvent.ATTACKED, User::attacked);
	}

	/**
	 * Sets whether a user must choose a new password at the next login.
	 * @throws ProblemException if there is no such user
	 */
	@Transactional
	public void requirePasswordReset(UUID id, boolean required) {
		intend(id, UserEvent.CHANGED, (user, now) -> user.requirePasswordReset(required, now));
	}

	private UserView intend(UUID id, UserEvent event, BiPredicate<User, Instant> change) {
		User user = this.users.findPresent(id).orElseThrow(() -> ProblemException.notFound("user", id));
		UserView before = user.view();
		return change.test(user, now()) ? noted(event, user, before) : before;
	}

	@Override
	protected void stored(RecordChange change) {
		this.rules.apply(change);
	}

	@Override
	protected User make(UserDetails details, Instant now) {
		return User.register(details, now);
	}

	@Override
	protected UserLookup lookup(Collection<UserDetails> details) {
		return UserLookup.of(this.users, this.catalogue, details);
	}

}
