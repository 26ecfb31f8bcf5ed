package io.kehu.platform.idempotency;

import java.util.Optional;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The transaction in which a request with an {@code Idempotency-Key} is processed. It
 * holds a lock on the key, and a database connection.
 */
final class KeyedTransaction {

	private final PlatformTransactionManager transactions;

	private final StoredAnswers answers;

	private final String caller;

	private final String key;

	private @Nullable TransactionStatus status;

	KeyedTransaction(PlatformTransactionManager transactions, StoredAnswers answers, String caller, String key) {
		this.transactions = transactions;
		this.answers = answers;
		this.caller = caller;
		this.key = key;
	}

	/**
	 * Begins the transaction.
	 * @return the stored response to an earlier request with this key
	 * @throws ProblemException if another request with this key is being processed
	 */
	Optional<StoredAnswer> begin() {
		this.status = this.transactions.getTransaction(new DefaultTransactionDefinition());
		if (!this.answers.lock(this.caller, this.key)) {
			throw ProblemException.of(HttpStatus.CONFLICT, "in-progress",
					"A request with this Idempotency-Key is being worked on.");
		}
		return this.answers.find(this.caller, this.key);
	}

	/** Ends the transaction for the time being. It must not have changed anything. */
	void pause() {
		end(true);
	}

	/**
	 * Begins the transaction again.
	 * @throws PessimisticLockingFailureException if the request has been answered in the
	 * meantime; repeated, it finds that response
	 */
	void resume() {
		if (begin().isPresent()) {
			throw new PessimisticLockingFailureException("Another request with this Idempotency-Key was faster");
		}
	}

	/** Stores the response to this request. */
	void store(StoredAnswer answer) {
		this.answers.store(this.caller, this.key, answer);
	}

	/** Ends the transaction, unless it could not be begun. */
	void end(boolean commit) {
		TransactionStatus current = this.status;
		this.status = null;
		if (current == null) {
			return;
		}
		if (commit && !current.isRollbackOnly()) {
			this.transactions.commit(current);
		}
		else {
			this.transactions.rollback(current);
		}
	}

}
