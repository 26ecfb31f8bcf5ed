package io.kehu.platform.rehearsal;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Has the transactions of rehearsals rolled back.
 */
final class RehearsedTransactions implements TransactionExecutionListener {

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		if (failure == null && Rehearsal.active()) {
			transaction.setRollbackOnly();
		}
	}

}
