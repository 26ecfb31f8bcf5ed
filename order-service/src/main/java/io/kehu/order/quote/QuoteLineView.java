package io.kehu.order.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.order.amount.LineAmounts;
import io.kehu.order.document.PrintedLine;
import io.kehu.order.order.OrderLineDetails;
import io.kehu.platform.money.Money;

/**
 * A line of a quote as clients and subscribers see it.
 *
 * @param discount the discount rate, 0.15 for 15%
 * @param tax the tax rate, 0.19 for 19%
 * @param taxAmount the tax
 * @param total the amount after the discount and before tax
 */
record QuoteLineView(int lineNo, UUID productId, String sku, String description, BigDecimal quantity, Money unitPrice,
		BigDecimal discount, BigDecimal tax, Money taxAmount, Money total) {

	static List<QuoteLineView> of(List<OrderLineDetails> lines) {
		return IntStream.range(0, lines.size()).mapToObj((i) -> of(i + 1, lines.get(i))).toList();
	}

	private static QuoteLineView of(int lineNo, OrderLineDetails line) {
		Money price = Objects.requireNonNull(line.unitPrice());
		BigDecimal tax = Objects.requireNonNull(line.tax());
		LineAmounts amounts = LineAmounts.of(line.quantity(), price.decimal(), line.discount(), tax, price.currency());
		return new QuoteLineView(lineNo, Objects.requireNonNull(line.productId()), Objects.requireNonNull(line.sku()),
				Objects.requireNonNull(line.description()), line.quantity(), price, line.discount(), tax,
				Money.of(amounts.taxAmount(), price.currency()).normalized(),
				Money.of(amounts.total(), price.currency()).normalized());
	}

	PrintedLine printed() {
		return new PrintedLine(this.lineNo, this.sku, this.description, this.quantity, this.unitPrice, this.discount,
				this.tax, this.taxAmount, this.total);
	}

}
