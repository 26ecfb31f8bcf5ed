package io.kehu.customer.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrderStateTests {

	@ParameterizedTest
	@CsvSource({ "draft, false", "placed, true", "confirmed, true", "completed, true", "cancelled, false" })
	void countsByStatus(String status, boolean counted) {
		assertThat(order(status, null).counted()).isEqualTo(counted);
	}

	@Test
	void doesNotCountDeletedOrders() {
		assertThat(order("placed", Instant.EPOCH).counted()).isFalse();
	}

	private static OrderState order(String status, Instant deletedAt) {
		return new OrderState(UUID.randomUUID(), "O-1", LocalDate.EPOCH, status, new Money("9.90", "EUR"), null, null,
				null, deletedAt);
	}

}
