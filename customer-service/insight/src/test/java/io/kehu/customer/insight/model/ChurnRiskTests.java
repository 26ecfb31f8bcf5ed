package io.kehu.customer.insight.model;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChurnRiskTests {

	private static final PurchaseHistory REGULAR = new PurchaseHistory(4, 120, 150);

	@Test
	void seesNoneInARegularCustomer() {
		assertThat(new ChurnRisk(REGULAR, 3, 2, 0.9).flags()).isEmpty();
		assertThat(new ChurnRisk(REGULAR, 3, 2, null).flags()).isEmpty();
	}

	@Test
	void namesTheFiguresOfEachFlag() {
		PurchaseHistory silent = new PurchaseHistory(4, 120, 181);
		assertThat(new ChurnRisk(silent, 1, 4, 0.49).flags()).containsExactly(
				flag(ChurnSign.PROBABLY_INACTIVE, "probabilityAlive", 0.49, 0.5),
				flag(ChurnSign.OVERDUE, "daysSinceLastPurchase", 61, 60),
				flag(ChurnSign.BUYING_LESS, "purchasesOfLastHalfYear", 1, 2));
	}

	private static ChurnFlag flag(ChurnSign sign, String figure, double value, double limit) {
		return new ChurnFlag(sign, List.of(new ChurnFlag.ChurnReason(figure, value, limit)));
	}

	@Test
	void startsBeyondItsLimits() {
		PurchaseHistory silent = new PurchaseHistory(4, 120, 180);
		assertThat(new ChurnRisk(silent, 2, 4, 0.5).flags()).isEmpty();
	}

	@Test
	void takesNoSingleIntervalForAHabit() {
		assertThat(new ChurnRisk(new PurchaseHistory(1, 2, 400), 0, 0, null).flags()).isEmpty();
		assertThat(new ChurnRisk(new PurchaseHistory(0, 0, 400), 0, 1, null).flags()).isEmpty();
	}

}
