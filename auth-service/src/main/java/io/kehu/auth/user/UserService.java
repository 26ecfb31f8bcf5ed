package io.kehu.auth.user;

import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.Preconditions;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes users beyond their details. Locked and deleted users can't log in, and their
 * tokens stop working immediately.
 */
@Service
class UserService {

	private final RecordStore<UserDetails, User, UserView> users;

	private final UserRules rules;

	UserService(RecordStore<UserDetails, User, UserView> users, UserRules rules) {
		this.users = users;
		this.rules = rules;
	}

	/**
	 * Locks a user; if the user is locked already, tokens and logins are revoked again.
	 * @throws ProblemException if there is no such user
	 */
	@Transactional
	public void lock(UUID id, Preconditions preconditions) {
		this.rules.revoke(this.users.act(id, preconditions, User::lock));
	}

	/**
	 * Unlocks a user; earlier tokens stay revoked.
	 * @throws ProblemException if there is no such user
	 */
	public void unlock(UUID id, Preconditions preconditions) {
		this.users.act(id, preconditions, User::unlock);
	}

	/**
	 * Publishes an alert about attempts to guess a user's password or second factor, as a
	 * new version of the otherwise unchanged user.
	 */
	public void attacked(UUID id) {
		this.users.act(id, Preconditions.NONE, User::attacked);
	}

	/**
	 * Sets whether a user must choose a new password at the next login.
	 * @throws ProblemException if there is no such user
	 */
	public void requirePasswordReset(UUID id, boolean required, Preconditions preconditions) {
		this.users.act(id, preconditions, (user, now) -> user.requirePasswordReset(required, now));
	}

}
