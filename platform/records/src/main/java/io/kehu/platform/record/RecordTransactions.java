package io.kehu.platform.record;

import java.util.Objects;
import java.util.function.Supplier;

import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the operations on records in transactions, and translates failures of the database
 * to Spring's exceptions.
 */
public final class RecordTransactions {

	private final TransactionOperations changing;

	private final TransactionOperations reading;

	private final PersistenceExceptionTranslator translator;

	RecordTransactions(PlatformTransactionManager manager, PersistenceExceptionTranslator translator) {
		this.changing = new TransactionTemplate(manager);
		TransactionTemplate readOnly = new TransactionTemplate(manager);
		readOnly.setReadOnly(true);
		this.reading = readOnly;
		this.translator = translator;
	}

	/** Runs work that changes records, in the current transaction if there is one. */
	public <T> T change(Supplier<T> work) {
		return in(this.changing, work);
	}

	/** Runs work that only reads. */
	public <T> T read(Supplier<T> work) {
		return in(this.reading, work);
	}

	private <T> T in(TransactionOperations transactions, Supplier<T> work) {
		return Objects.requireNonNull(transactions.execute((transaction) -> {
			try {
				return work.get();
			}
			catch (RuntimeException ex) {
				throw DataAccessUtils.translateIfNecessary(ex, this.translator);
			}
		}));
	}

}
