package io.kehu.order.invoice;

import java.util.Objects;
import java.util.UUID;

import io.kehu.order.document.DocumentPrinter;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.VersionCheck;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Issues credit notes, and prints invoices.
 */
@Service
class InvoiceService {

	private final RecordStore<InvoiceDetails, Invoice, InvoiceView> invoices;

	private final TransactionOperations transactions;

	private final DocumentPrinter printer;

	InvoiceService(RecordStore<InvoiceDetails, Invoice, InvoiceView> invoices, TransactionOperations transactions,
			DocumentPrinter printer) {
		this.invoices = invoices;
		this.transactions = transactions;
		this.printer = printer;
	}

	/** Issues a credit note for an invoice or a part of it. */
	InvoiceView credit(UUID id, VersionCheck expected, CreditRequest request) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			InvoiceView invoice = this.invoices.get(id);
			expected.check(invoice.version());
			return this.invoices.create(request.toDetails(id, invoice.details().billTo()));
		}));
	}

	/** Returns an invoice as a PDF document. */
	byte[] print(UUID id) {
		return this.printer.print(PrintedInvoice.of(this.invoices.get(id)));
	}

}
