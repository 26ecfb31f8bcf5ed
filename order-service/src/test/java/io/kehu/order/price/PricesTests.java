package io.kehu.order.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.money.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PricesTests {

	private static final UUID TEA = new UUID(0, 1);

	private static final LocalDate MAY = LocalDate.of(2026, 5, 5);

	private final List<Prices.Offer> offers = new ArrayList<>();

	private UUID list = new UUID(0, 10);

	private PricesTests list(String currency, String segment, LocalDate from, LocalDate to, int priority) {
		this.list = new UUID(0, this.list.getLeastSignificantBits() + 1);
		this.offers.add(new Prices.Offer(TEA, this.list, currency, segment, from, to, priority, BigDecimal.ZERO,
				new BigDecimal("99")));
		return this;
	}

	private void costs(String from, String amount) {
		Prices.Offer last = this.offers.get(this.offers.size() - 1);
		if (last.amount().equals(new BigDecimal("99"))) {
			this.offers.remove(last);
		}
		this.offers.add(new Prices.Offer(TEA, this.list, last.currency(), last.segment(), last.validFrom(),
				last.validTo(), last.priority(), new BigDecimal(from), new BigDecimal(amount)));
	}

	private String price(String currency, String quantity, LocalDate date, String... tags) {
		Collections.reverse(this.offers);
		return new Prices(this.offers).find(TEA, currency, new BigDecimal(quantity), new PriceTerms(date, Set.of(tags)))
			.map(Money::amount)
			.orElse("none");
	}

	@Test
	void falls() {
		list("EUR", null, null, null, 0).costs("1", "9");
		costs("10", "8");
		costs("100", "7.5");
		assertThat(price("EUR", "0.5", MAY)).isEqualTo("none");
		assertThat(price("EUR", "9.9999", MAY)).isEqualTo("9.00");
		assertThat(price("EUR", "10", MAY)).isEqualTo("8.00");
		assertThat(price("EUR", "1000", MAY)).isEqualTo("7.50");
		assertThat(price("USD", "10", MAY)).isEqualTo("none");
	}

	@Test
	void prefersTheSegmentThenThePriorityThenTheLatest() {
		list("EUR", null, null, null, 900).costs("0", "1");
		list("EUR", "wholesale", null, null, 0).costs("0", "2");
		list("EUR", "wholesale", LocalDate.of(2026, 1, 1), null, 5).costs("0", "3");
		list("EUR", "wholesale", LocalDate.of(2026, 5, 1), null, 5).costs("0", "4");
		assertThat(price("EUR", "1", MAY)).isEqualTo("1.00");
		assertThat(price("EUR", "1", MAY, "wholesale")).isEqualTo("4.00");
		assertThat(price("EUR", "1", LocalDate.of(2026, 4, 30), "wholesale")).isEqualTo("3.00");
		assertThat(price("EUR", "1", LocalDate.of(2025, 12, 31), "wholesale", "other")).isEqualTo("2.00");
	}

	@Test
	void isValidOnItsFirstAndLastDay() {
		list("JPY", null, MAY, MAY, 0).costs("0", "1200");
		assertThat(price("JPY", "1", MAY)).isEqualTo("1200");
		assertThat(price("JPY", "1", MAY.minusDays(1))).isEqualTo("none");
		assertThat(price("JPY", "1", MAY.plusDays(1))).isEqualTo("none");
	}

	@Test
	void fallsBackToTheNextListIfTheQuantityIsTooSmall() {
		list("EUR", "wholesale", null, null, 0).costs("100", "2");
		list("EUR", null, null, null, 0).costs("0", "3");
		assertThat(price("EUR", "99", MAY, "wholesale")).isEqualTo("3.00");
		assertThat(price("EUR", "100", MAY, "wholesale")).isEqualTo("2.00");
	}

}
