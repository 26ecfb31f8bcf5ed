package io.kehu.order.invoice;

import java.util.LinkedHashMap;
import java.util.Map;

import io.kehu.order.document.PrintedDocument;

/**
 * What a printed invoice or credit note says.
 */
final class PrintedInvoice {

	private PrintedInvoice() {
	}

	static PrintedDocument of(InvoiceView invoice) {
		InvoiceDetails details = invoice.details();
		boolean demands = invoice.kind() == InvoiceKind.INVOICE;
		Map<String, String> facts = new LinkedHashMap<>();
		facts.put("Date", String.valueOf(details.issuedOn()));
		if (demands) {
			facts.put("Due", String.valueOf(details.dueOn()));
		}
		facts.put("Order", invoice.orderNumber());
		return new PrintedDocument((demands ? "Invoice " : "Credit note ") + details.number(), details.billTo(), facts,
				invoice.lines().stream().map(InvoiceLine::printed).toList(), details.note());
	}

}
