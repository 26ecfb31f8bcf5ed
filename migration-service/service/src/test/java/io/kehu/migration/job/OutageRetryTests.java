package io.kehu.migration.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutageRetryTests {

	private final OutageRetry retry = new OutageRetry(Duration.ofMillis(1));

	@BeforeEach
	void open() {
		this.retry.open();
	}

	private final AtomicInteger calls = new AtomicInteger();

	private int failing(int times, RuntimeException failure) {
		if (this.calls.incrementAndGet() <= times) {
			throw failure;
		}
		return this.calls.get();
	}

	@Test
	void callsUntilTheDatabaseIsAvailable() {
		assertThat(this.retry.call("job", () -> failing(3, new DataAccessResourceFailureException("away"))))
			.isEqualTo(4);
	}

	@Test
	void passesOtherFailuresOn() {
		DuplicateKeyException failure = new DuplicateKeyException("twice");
		assertThatThrownBy(() -> this.retry.call("job", () -> failing(1, failure))).isSameAs(failure);
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void givesUpOnceItIsClosed() {
		assertThatThrownBy(() -> this.retry.call("job", () -> {
			if (this.calls.get() == 2) {
				this.retry.close();
			}
			return failing(Integer.MAX_VALUE, new DataAccessResourceFailureException("away"));
		})).isInstanceOf(DataAccessResourceFailureException.class);
		assertThat(this.calls).hasValue(3);
		assertThat(this.retry.closed()).isTrue();
	}

}
