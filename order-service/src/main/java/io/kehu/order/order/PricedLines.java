package io.kehu.order.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;

/**
 * The lines of an order and what they come to, all in one currency.
 * <p>
 * Each line is rounded to the currency's decimals, halves up, first after the discount
 * and then for its tax; the sums are those of the rounded lines, so that what is printed
 * adds up.
 */
record PricedLines(String currency, List<OrderLine> lines) {

	private static final int MOST_DIGITS = 15;

	/**
	 * Checks the sums.
	 * @throws ProblemException when they have more digits than money can have
	 */
	PricedLines {
		lines = List.copyOf(lines);
		BigDecimal sum = sum(lines, (line) -> line.total().add(line.taxAmount()).abs());
		if (sum.precision() - sum.scale() > MOST_DIGITS) {
			throw ProblemException.invalid("/lines", "out_of_range", "the total has more than 15 digits");
		}
	}

	BigDecimal subtotal() {
		return sum(this.lines, OrderLine::total);
	}

	BigDecimal taxTotal() {
		return sum(this.lines, OrderLine::taxAmount);
	}

	BigDecimal total() {
		return subtotal().add(taxTotal());
	}

	/** Rounds an amount to the decimals of its currency. */
	static BigDecimal rounded(BigDecimal amount, int decimals) {
		return amount.setScale(decimals, RoundingMode.HALF_UP);
	}

	private static BigDecimal sum(List<OrderLine> lines, Function<OrderLine, BigDecimal> amount) {
		return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
