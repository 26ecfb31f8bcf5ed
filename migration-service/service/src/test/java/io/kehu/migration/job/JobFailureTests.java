package io.kehu.migration.job;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JobFailureTests {

	@Test
	void tellsReasonsThatAStewardCanRemedy() {
		assertThat(JobFailure.reason(new IllegalStateException(new JobFailure("Too many rows"))))
			.isEqualTo("Too many rows");
		assertThat(JobFailure.reason(new IllegalArgumentException("No column x"))).isEqualTo("No column x");
	}

	@Test
	void keepsOtherReasonsToTheLog() {
		assertThat(JobFailure.reason(new IOException("/secret/path"))).isEqualTo(JobFailure.INTERNAL);
		assertThat(JobFailure.reason(new IllegalStateException("x is null"))).isEqualTo(JobFailure.INTERNAL);
		assertThat(JobFailure.reason(new IllegalArgumentException())).isEqualTo(JobFailure.INTERNAL);
	}

}
