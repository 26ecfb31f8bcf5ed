package io.kehu.platform.access;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

/**
 * To whom the records of one kind are given, besides their owners.
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
	 * Returns a record's shares.
	 * @throws ProblemException 404 when the caller may not see the record
	 */
	List<Share> of(UUID id) {
		return this.store.of(this.type, this.subject, id);
	}

	/**
	 * Gives a record to somebody, or changes what they may do to it.
	 * @throws ProblemException 404 when the caller may not see the record, 403 when it is
	 * not the caller's to give
	 */
	Share put(UUID id, Share share) {
		this.store.put(this.type, this.subject, id, share);
		return share;
	}

	/**
	 * Takes a record back from somebody; who has it no more stays so.
	 * @throws ProblemException like {@link #put}
	 */
	void remove(UUID id, UUID grantee) {
		this.store.remove(this.type, this.subject, id, grantee);
	}

}
