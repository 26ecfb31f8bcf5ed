package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

import io.kehu.auth.revocation.Revocations;
import io.kehu.platform.history.History;
import io.kehu.platform.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks people out and lets them in again. Whoever is locked out cannot log in, and the
 * tokens that they have stop working at once.
 */
@Service
class UserLocks {

	private final UserRepository users;

	private final Revocations revocations;

	private final History history;

	private final JsonMapper json;

	UserLocks(UserRepository users, Revocations revocations, History history, JsonMapper json) {
		this.users = users;
		this.revocations = revocations;
		this.history = history;
		this.json = json;
	}

	/**
	 * Locks a person out, and again revokes what they have when they are already.
	 * @throws ProblemException when there is no such person
	 */
	@Transactional
	public void lock(UUID id) {
		change(id, false, "locked");
		this.revocations.revoke(id.toString());
	}

	/**
	 * Lets a person in again; the tokens of before stay revoked.
	 * @throws ProblemException when there is no such person
	 */
	@Transactional
	public void unlock(UUID id) {
		change(id, true, "unlocked");
	}

	/**
	 * Returns what happened to a person, oldest first.
	 * @throws ProblemException when there is no such person
	 */
	List<History.Entry> history(UUID id) {
		return this.history.of(existing(id).id());
	}

	private User existing(UUID id) {
		return this.users.findById(id).orElseThrow(() -> ProblemException.notFound("user", id));
	}

	private void change(UUID id, boolean enabled, String action) {
		User before = existing(id);
		if (before.enabled() != enabled) {
			long version = this.users.changeEnabled(id, enabled);
			this.history.append(List.of(new History.Line(id, version, action,
					this.json.valueToTree(new Access(before.enabled())), this.json.valueToTree(new Access(enabled)))));
		}
	}

	/**
	 * What a lock changes of a person, as the history tells it.
	 */
	private record Access(boolean enabled) {
	}

}
