package io.kehu.platform.access;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

/**
 * Manages the shares of the records of one type.
 */
public final class Shares {

	private final ShareStore store;

	private final Class<?> type;

	private final String subject;

	Shares(ShareStore store, Class<?> type, String subject) {
		this.store = store;
		this.type = type;
		this.subject = subject;
	}

	Guarded guarded() {
		return Access.guarded(this.type);
	}

	/**
	 * Returns the shares of a record.
	 * @throws ProblemException with status 404 if the record is not visible to the caller
	 */
	List<Share> of(UUID id) {
		return this.store.of(this.type, this.subject, id);
	}

	/**
	 * Shares a record with a user or a team, or changes the permission of an existing
	 * share.
	 * @throws ProblemException with status 404 if the record is not visible to the
	 * caller, or 403 if the caller may not share it
	 */
	Share put(UUID id, Share share) {
		this.store.put(this.type, this.subject, id, share);
		return share;
	}

	/**
	 * Removes the share of a user or a team. Has no effect if there is no such share.
	 * @throws ProblemException as for {@link #put}
	 */
	void remove(UUID id, UUID grantee) {
		this.store.remove(this.type, this.subject, id, grantee);
	}

}
