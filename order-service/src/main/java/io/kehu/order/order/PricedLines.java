package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;

/**
 * The lines of an order with their amounts, all in one currency.
 * <p>
 * The total and the tax of each line are rounded; the sums are those of the rounded
 * amounts.
 */
record PricedLines(String currency, List<OrderLine> lines) {

	private static final int MOST_DIGITS = 15;

	/**
	 * Validates the sums.
	 * @throws ProblemException 400 when they have more than 15 digits before the point
	 */
	PricedLines {
		lines = List.copyOf(lines);
		BigDecimal sum = sum(lines, (line) -> line.total().add(line.taxAmount()).abs());
		if (sum.precision() - sum.scale() > MOST_DIGITS) {
			throw ProblemException.invalid("/lines", "out_of_range", "come to a total of more than 15 digits");
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

	private static BigDecimal sum(List<OrderLine> lines, Function<OrderLine, BigDecimal> amount) {
		return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
