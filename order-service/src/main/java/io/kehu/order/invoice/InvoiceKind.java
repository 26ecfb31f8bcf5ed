package io.kehu.order.invoice;

import java.util.Locale;

/**
 * Whether a document demands an amount or gives it back.
 */
enum InvoiceKind {

	INVOICE, CREDIT_NOTE;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
