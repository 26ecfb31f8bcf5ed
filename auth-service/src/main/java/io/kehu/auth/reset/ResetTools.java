package io.kehu.auth.reset;

import java.time.Clock;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a reset needs of the machine.
 *
 * @param applicationTaskExecutor does what the caller shall not wait for
 * @param transactions makes several changes one
 * @param clock tells whether a link still works
 */
@Component
record ResetTools(AsyncTaskExecutor applicationTaskExecutor, TransactionOperations transactions, Clock clock) {
}
