package io.kehu.order.invoice;

import java.math.BigDecimal;

import io.kehu.order.amount.Decimals;
import io.kehu.order.amount.LineAmounts;
import io.kehu.order.document.PrintedLine;
import io.kehu.order.order.OrderInvoicing;
import io.kehu.platform.money.Money;

/**
 * A line of an invoice.
 *
 * @param lineNo the number of the line of the order
 * @param discount the discount rate, 0.15 for 15%
 * @param tax the tax rate, 0.19 for 19%
 * @param taxAmount the tax
 * @param total the amount after the discount and before tax
 */
record InvoiceLine(int lineNo, String sku, String description, BigDecimal quantity, Money unitPrice,
		BigDecimal discount, BigDecimal tax, Money taxAmount, Money total) {

	/** Returns the line for that of an order. */
	static InvoiceLine of(OrderInvoicing.Line line) {
		return new InvoiceLine(line.lineNo(), line.sku(), line.description(), line.quantity(), line.unitPrice(),
				line.discount(), line.tax(), line.taxAmount(), line.total());
	}

	/** Returns the line for another quantity. */
	InvoiceLine of(BigDecimal other) {
		String currency = this.unitPrice.currency();
		LineAmounts amounts = LineAmounts.of(other, this.unitPrice.decimal(), this.discount, this.tax, currency);
		return new InvoiceLine(this.lineNo, this.sku, this.description, Decimals.plain(other), this.unitPrice,
				this.discount, this.tax, money(amounts.taxAmount()), money(amounts.total()));
	}

	PrintedLine printed() {
		return new PrintedLine(this.lineNo, this.sku, this.description, this.quantity, this.unitPrice, this.discount,
				this.tax, this.taxAmount, this.total);
	}

	/** Returns what is left after another line. */
	InvoiceLine without(InvoiceLine other) {
		return new InvoiceLine(this.lineNo, this.sku, this.description,
				Decimals.plain(this.quantity.subtract(other.quantity)), this.unitPrice, this.discount, this.tax,
				money(this.taxAmount.decimal().subtract(other.taxAmount.decimal())),
				money(this.total.decimal().subtract(other.total.decimal())));
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, this.unitPrice.currency()).normalized();
	}

}
