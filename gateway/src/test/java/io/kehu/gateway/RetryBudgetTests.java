package io.kehu.gateway;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryBudgetTests {

	private final RetryBudget budget = new RetryBudget();

	@Test
	void allowsATenthOfTheRequests() {
		spendAll();
		long retries = IntStream.range(0, 1_000).filter((i) -> {
			this.budget.earn();
			return this.budget.spend();
		}).count();
		assertThat(retries).isEqualTo(100);
	}

	@Test
	void savesSomeForQuietTimesButNotMore() {
		assertThat(spendAll()).isEqualTo(10);
		IntStream.range(0, 100_000).forEach((i) -> this.budget.earn());
		assertThat(spendAll()).isEqualTo(50);
	}

	private int spendAll() {
		int spent = 0;
		while (this.budget.spend()) {
			spent++;
		}
		return spent;
	}

}
