package io.kehu.auth.reset;

import java.time.Clock;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The infrastructure of {@link PasswordReset}.
 *
 * @param applicationTaskExecutor runs work after the response
 * @param transactions runs several changes as one
 * @param clock the clock that links expire by
 */
@Component
record ResetTools(AsyncTaskExecutor applicationTaskExecutor, TransactionOperations transactions, Clock clock) {
}
