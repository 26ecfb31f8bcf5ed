package io.kehu.order.order;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrderStatusTests {

	private static final Map<OrderStatus, Set<OrderStatus>> TRANSITIONS = Map.of(OrderStatus.DRAFT,
			Set.of(OrderStatus.PLACED, OrderStatus.CANCELLED), OrderStatus.PLACED,
			Set.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED), OrderStatus.CONFIRMED,
			Set.of(OrderStatus.COMPLETED, OrderStatus.CANCELLED), OrderStatus.COMPLETED, Set.of(),
			OrderStatus.CANCELLED, Set.of());

	static Stream<Arguments> pairs() {
		return Arrays.stream(OrderStatus.values())
			.flatMap((from) -> Arrays.stream(OrderStatus.values()).map((to) -> Arguments.of(from, to)));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void hasTheseTransitionsAndNoOthers(OrderStatus from, OrderStatus to) {
		if (TRANSITIONS.get(from).contains(to)) {
			assertThat(from.to(to)).isEqualTo(to);
		}
		else {
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> from.to(to)).satisfies((refused) -> {
				assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
				assertThat(refused.type()).isEqualTo("illegal-transition");
				assertThat(refused.detail()).isEqualTo("A %s order can't become %s.", from, to);
			});
		}
	}

	@ParameterizedTest
	@EnumSource
	void isOpenUntilConfirmedAndDeletableWhenNothingDependsOnIt(OrderStatus status) {
		assertThat(status.open()).isEqualTo(status == OrderStatus.DRAFT || status == OrderStatus.PLACED);
		assertThat(status.deletable()).isEqualTo(status == OrderStatus.DRAFT || status == OrderStatus.CANCELLED);
	}

	@ParameterizedTest
	@EnumSource
	void isReachedWithAnEvent(OrderStatus status) {
		OrderEvent event = OrderEvent.reached(status);
		assertThat(event)
			.isEqualTo((status == OrderStatus.DRAFT) ? OrderEvent.DRAFTED : OrderEvent.valueOf(status.name()));
	}

}
