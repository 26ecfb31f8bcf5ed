package io.kehu.order.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RankTests {

	@Test
	void thereIsAlwaysAPlaceBetween() {
		Random random = new Random(7);
		List<String> ranks = new ArrayList<>(List.of(Rank.of(1), Rank.of(2), Rank.of(62), Rank.of(63)));
		for (int i = 0; i < 5000; i++) {
			int at = random.nextInt(ranks.size());
			ranks.add(at, Rank.between((at > 0) ? ranks.get(at - 1) : null, ranks.get(at)));
		}
		assertThat(ranks).isSorted().doesNotHaveDuplicates();
		assertThat(ranks).allSatisfy((rank) -> assertThat(rank.length()).isLessThan(60));
	}

	@Test
	void staysShortWhereMovesMeet() {
		String low = Rank.of(1);
		String high = Rank.of(2);
		String first = low;
		String last = high;
		for (int i = 0; i < 1000; i++) {
			first = Rank.between(low, first.equals(low) ? high : first);
			last = Rank.between(last.equals(high) ? low : last, high);
		}
		assertThat(first).isBetween(low, high).hasSizeLessThan(250);
		assertThat(last).isBetween(low, high).hasSizeLessThan(250);
	}

	@Test
	void numbersAreInOrder() {
		assertThat(List.of(Rank.of(1), Rank.of(9), Rank.of(10), Rank.of(61), Rank.of(62), Rank.of(3843), Rank.of(3844)))
			.isSorted()
			.allSatisfy((rank) -> assertThat(rank).hasSize(8));
		assertThatIllegalArgumentException().isThrownBy(() -> Rank.between("b", "b"));
		assertThatIllegalArgumentException().isThrownBy(() -> Rank.between(null, "00"));
	}

}
