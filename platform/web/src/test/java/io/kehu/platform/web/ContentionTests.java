package io.kehu.platform.web;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContentionTests {

	private final AtomicInteger attempts = new AtomicInteger();

	@Test
	void repeatsWorkUntilItSucceeds() throws Exception {
		assertThat(Contention.resolve(() -> switch (this.attempts.incrementAndGet()) {
			case 1 -> throw new OptimisticLockingFailureException("stale");
			case 2 -> throw new CannotAcquireLockException("deadlock");
			case 3 -> throw new DuplicateKeyException("stored meanwhile");
			default -> "done";
		})).isEqualTo("done");
		assertThat(this.attempts).hasValue(4);
	}

	@Test
	void givesUpOnWorkThatViolatesAConstraintByItself() {
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> Contention.resolve(() -> {
			this.attempts.incrementAndGet();
			throw new DuplicateKeyException("always");
		}));
		assertThat(this.attempts).hasValue(3);
	}

	@Test
	void doesNotRepeatWorkWithinATransactionThatIsLost() {
		TransactionSynchronizationManager.setActualTransactionActive(true);
		try {
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> Contention.resolve(() -> {
					this.attempts.incrementAndGet();
					throw new OptimisticLockingFailureException("stale");
				}));
		}
		finally {
			TransactionSynchronizationManager.setActualTransactionActive(false);
		}
		assertThat(this.attempts).hasValue(1);
	}

}
