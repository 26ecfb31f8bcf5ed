package io.kehu.platform.test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PatientWaitsTests {

	@Test
	void areLongWhereATestSaysNothing() {
		AtomicLong left = new AtomicLong();
		await().conditionEvaluationListener((condition) -> left.set(condition.getRemainingTimeInMS()))
			.until(() -> true);
		assertThat(left).hasValueGreaterThan(Duration.ofSeconds(30).toMillis());
	}

}
