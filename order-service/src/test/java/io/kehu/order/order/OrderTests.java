package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrderTests {

	private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

	private static final LocalDate DATE = LocalDate.of(2026, 1, 1);

	private static final UUID CUSTOMER = UUID.randomUUID();

	private static final UUID PRODUCT = UUID.randomUUID();

	private static final OrderContent CONTENT = new OrderContent("PO 7", CUSTOMER, DATE, lines("2"), null,
			Ownership.NONE);

	private static PricedLines lines(String quantity) {
		BigDecimal total = new BigDecimal(quantity).multiply(BigDecimal.TEN);
		return new PricedLines("EUR", List.of(new OrderLine(PRODUCT, "TEA", "Green tea", new BigDecimal(quantity),
				BigDecimal.TEN, BigDecimal.ZERO, new BigDecimal("0.1"), total.movePointLeft(1), total)));
	}

	private static Order order(OrderStatus status) {
		return new Order("O-2026-000001", CONTENT, status, OrderOrigin.NONE, THEN);
	}

	@Test
	void adds() {
		OrderView view = order(OrderStatus.PLACED).view();
		assertThat(view.subtotal().amount()).isEqualTo("20.00");
		assertThat(view.taxTotal().amount()).isEqualTo("2.00");
		assertThat(view.total().amount()).isEqualTo("22.00");
		assertThat(view.lines()).singleElement().satisfies((line) -> {
			assertThat(line.lineNo()).isOne();
			assertThat(line.quantity()).isEqualTo("2");
			assertThat(line.unitPrice().amount()).isEqualTo("10.00");
			assertThat(line.tax()).isEqualTo("0.1");
		});
	}

	@Test
	void holdsItsContent() {
		Order order = order(OrderStatus.PLACED);
		assertThat(order.content()).isEqualTo(CONTENT);
		assertThat(order.hasClientOrderNumber("PO 7")).isTrue();
		assertThat(order.hasClientOrderNumber(null)).isFalse();
		assertThat(order.details().customerId()).isEqualTo(CUSTOMER);
		assertThat(order.details().lines()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void changesCustomerDateAndLinesUntilItIsConfirmed(OrderStatus status) {
		for (OrderContent changed : List.of(
				new OrderContent("PO 7", UUID.randomUUID(), DATE, lines("2"), null, Ownership.NONE),
				new OrderContent("PO 7", CUSTOMER, DATE, lines("3"), null, Ownership.NONE))) {
			Order order = order(status);
			if (status.open()) {
				assertThat(order.change(changed, NOW)).isTrue();
				assertThat(order.content()).isEqualTo(changed);
				assertThat(order.updatedAt()).isEqualTo(NOW);
			}
			else {
				assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> order.change(changed, NOW))
					.satisfies((refused) -> assertThat(refused.type()).isEqualTo("illegal-transition"));
				assertThat(order.content()).isEqualTo(CONTENT);
				assertThat(order.updatedAt()).isEqualTo(THEN);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void changesItsOwnershipAndNumberAtAnyTime(OrderStatus status) {
		Order order = order(status);
		OrderContent changed = new OrderContent(null, CUSTOMER, DATE, lines("2"), "SPRING",
				new Ownership(UUID.randomUUID(), UUID.randomUUID()));
		assertThat(order.change(changed, NOW)).isTrue();
		assertThat(order.view().ownership()).isEqualTo(changed.ownership());
		assertThat(order.view().campaignCode()).isEqualTo("SPRING");
		assertThat(order.clientOrderNumber()).isNull();
	}

	@Test
	void doesNotChangeWhenNothingDiffers() {
		Order order = order(OrderStatus.COMPLETED);
		assertThat(order.change(CONTENT, NOW)).isFalse();
		assertThat(order.synchronize(CONTENT, null, OrderOrigin.NONE, NOW)).isFalse();
		assertThat(order.synchronize(CONTENT, OrderStatus.COMPLETED, OrderOrigin.NONE, NOW)).isFalse();
		assertThat(order.updatedAt()).isEqualTo(THEN);
	}

	@Test
	void goesFromStatusToStatus() {
		Order order = order(OrderStatus.DRAFT);
		order.place(NOW);
		assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
		order.confirm(NOW);
		assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
		order.complete(NOW);
		assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> order.cancel(NOW));
		assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
	}

	@ParameterizedTest
	@EnumSource
	void isDeletedWhenItIsADraftOrCancelled(OrderStatus status) {
		Order order = order(status);
		if (status.deletable()) {
			order.delete(NOW);
			assertThat(order.deletedAt()).isEqualTo(NOW);
		}
		else {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> order.delete(NOW))
				.withMessageContaining("cancel it first");
			assertThat(order.deleted()).isFalse();
		}
	}

	@Test
	void takesAnyStatusFromTheSystemThatItIsLoadedFrom() {
		Order order = order(OrderStatus.COMPLETED);
		assertThat(order.synchronize(CONTENT, OrderStatus.DRAFT, OrderOrigin.NONE, NOW)).isTrue();
		assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
		OrderContent more = new OrderContent("PO 7", CUSTOMER, DATE, lines("9"), null, Ownership.NONE);
		assertThat(order.synchronize(more, null, OrderOrigin.NONE, NOW)).isTrue();
		assertThat(order.status()).isEqualTo(OrderStatus.DRAFT);
		assertThat(order.total()).isEqualByComparingTo("99");
	}

	@Test
	void keepsItsDateWhenItIsLoadedAgain() {
		Order order = order(OrderStatus.PLACED);
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> order.synchronize(CONTENT.on(DATE.plusDays(1)), null, OrderOrigin.NONE, NOW))
			.satisfies((refused) -> assertThat(refused.errors().get(0).pointer()).isEqualTo("/orderDate"));
		assertThat(order.content()).isEqualTo(CONTENT);
	}

	@ParameterizedTest
	@EnumSource
	void followsItsCustomerAtAnyTime(OrderStatus status) {
		UUID survivor = UUID.randomUUID();
		Order order = order(status);
		order.reassign(survivor, NOW);
		assertThat(order.content().customerId()).isEqualTo(survivor);
		assertThat(order.status()).isEqualTo(status);
		assertThat(order.updatedAt()).isEqualTo(NOW);
	}

}
