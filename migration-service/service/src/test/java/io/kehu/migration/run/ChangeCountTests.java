package io.kehu.migration.run;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeCountTests {

	private static ChangeCount count(int rule, @Nullable String column, long count) {
		return new ChangeCount(rule, "fill", column, ChangeKind.FILLED, "median", count);
	}

	@Test
	void addUpOverPartsInTheOrderOfTheRules() {
		List<ChangeCount> sums = ChangeLog.sum(List.of(List.of(count(2, "age", 3), count(2, "city", 1)), List.of(),
				List.of(count(1, "age", 5), count(2, "age", 4))));
		assertThat(sums).containsExactly(count(1, "age", 5), count(2, "age", 7), count(2, "city", 1));
	}

}
