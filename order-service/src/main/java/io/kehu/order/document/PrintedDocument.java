package io.kehu.order.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a printed document with lines says.
 *
 * @param title its kind and number
 * @param recipient the name and address of the customer, line by line
 * @param facts dates and references, by their names
 * @param note a text below the lines
 */
public record PrintedDocument(String title, List<String> recipient, Map<String, String> facts, List<PrintedLine> lines,
		@Nullable String note) {

	String currency() {
		return this.lines.get(0).unitPrice().currency();
	}

	Money subtotal() {
		return money(
				this.lines.stream().map((line) -> line.total().decimal()).reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	/** Returns the tax by its rate, excluding what is free of tax. */
	Map<BigDecimal, Money> taxes() {
		Map<BigDecimal, Money> taxes = new TreeMap<>();
		for (PrintedLine line : this.lines) {
			if (line.tax().signum() > 0) {
				taxes.merge(line.tax(), line.taxAmount(), (one, other) -> money(one.decimal().add(other.decimal())));
			}
		}
		return taxes;
	}

	Money total() {
		return money(taxes().values().stream().map(Money::decimal).reduce(subtotal().decimal(), BigDecimal::add));
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, currency()).normalized();
	}

}
