package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.order.customer.CustomerReference;
import io.kehu.order.customer.ExternalCustomerId;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrderDetailsTests {

	private static final ExternalCustomerId EXTERNAL = new ExternalCustomerId("erp", "1");

	private static OrderDetails order(UUID customer, ExternalCustomerId externalId) {
		return new OrderDetails(null, customer, externalId, null, null, null, List.of(), null, null, null);
	}

	@Test
	void refersToItsCustomerInOneOfTwoWays() {
		UUID id = UUID.randomUUID();
		assertThat(order(id, null).customer()).isEqualTo(new CustomerReference(id, null));
		assertThat(order(null, EXTERNAL).customer()).isEqualTo(new CustomerReference(null, EXTERNAL));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> order(null, null).customer())
			.satisfies((refused) -> assertThat(refused.errors().get(0).code()).isEqualTo("required"));
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> order(id, EXTERNAL).customer())
			.satisfies((refused) -> assertThat(refused.errors().get(0).code()).isEqualTo("conflict"));
	}

	@Test
	void holdsOwnerAndTeamBesideTheOtherFields() {
		Ownership ownership = new Ownership(UUID.randomUUID(), null);
		OrderDetails details = JsonMapper.shared()
			.readValue("{\"ownerId\": \"%s\", \"lines\": []}".formatted(ownership.ownerId()), OrderDetails.class);
		assertThat(details.ownership()).isEqualTo(ownership);
		assertThat(JsonMapper.shared().<JsonNode>valueToTree(details).propertyNames()).contains("ownerId", "teamId")
			.doesNotContain("ownership");
		assertThat(order(null, EXTERNAL).ownership()).isEqualTo(Ownership.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "1.500, 1.5", "100, 100", "1E+2, 100", "0.0000, 0", "0, 0" })
	void normalisesTheNumbersOfItsLines(BigDecimal given, BigDecimal expected) {
		OrderLineDetails line = new OrderLineDetails(null, "TEA", null, given, new Money("1.5000", "EUR"), given,
				given);
		assertThat(line.quantity()).isEqualTo(expected);
		assertThat(line.discount()).isEqualTo(expected);
		assertThat(line.tax()).isEqualTo(expected);
		assertThat(line.unitPrice()).isEqualTo(new Money("1.50", "EUR"));
	}

	@Test
	void hasNoDiscountAndTheTaxOfItsProductByDefault() {
		OrderLineDetails line = new OrderLineDetails(null, "TEA", null, BigDecimal.ONE, null, null, null);
		assertThat(line.discount()).isZero();
		assertThat(line.tax()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1E+999999", "1E-999999", "12345678901234567890123456789012345678901" })
	void leavesEndlessNumbersToValidation(BigDecimal number) {
		assertThat(Decimals.plain(number)).isSameAs(number);
	}

}
