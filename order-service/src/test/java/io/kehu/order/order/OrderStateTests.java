package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The states of payment and fulfilment.
 */
class OrderStateTests {

	@ParameterizedTest
	@CsvSource({ "OPEN, PARTIALLY_SHIPPED SHIPPED",
			"PARTIALLY_SHIPPED, PARTIALLY_SHIPPED SHIPPED PARTIALLY_RETURNED RETURNED",
			"SHIPPED, PARTIALLY_RETURNED RETURNED", "PARTIALLY_RETURNED, PARTIALLY_RETURNED RETURNED",
			"RETURNED, PARTIALLY_RETURNED RETURNED" })
	void goesThroughFulfilmentOneWay(FulfilmentStatus from, String next) {
		Set<String> allowed = Set.of(next.split(" "));
		for (FulfilmentStatus to : EnumSet.allOf(FulfilmentStatus.class)) {
			if (allowed.contains(to.name())) {
				assertThat(from.to(to)).isEqualTo(to);
			}
			else {
				assertThatThrownBy(() -> from.to(to)).isInstanceOf(ProblemException.class)
					.hasMessageContaining(from.toString());
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "10, 0, 0, UNPAID", "0, 0, 0, PAID", "10, 9.99, 0, PARTIALLY_PAID", "10, 10.00, 0, PAID",
			"10, 10.01, 0, OVERPAID", "10, 12, 2, PAID", "10, 12, 1, OVERPAID", "10, 10, 4, PARTIALLY_REFUNDED",
			"10, 10, 10, REFUNDED", "10, 12, 3, PARTIALLY_REFUNDED" })
	void followsWhatWasPaid(BigDecimal total, BigDecimal paid, BigDecimal refunded, PaymentStatus status) {
		assertThat(PaymentStatus.of(total, paid, refunded)).isEqualTo(status);
	}

}
