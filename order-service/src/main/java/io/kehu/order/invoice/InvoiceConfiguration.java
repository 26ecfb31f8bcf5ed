package io.kehu.order.invoice;

import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares invoices and their shares.
 */
@Configuration(proxyBeanMethods = false)
class InvoiceConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.invoices", "invoice", "issued", Invoice.CREDITED,
			Invoice.REMINDED);

	@Bean
	RecordStore<InvoiceDetails, Invoice, InvoiceView> invoices(RecordStores stores, Issuing issuing) {
		return stores.of(Invoice.class, issuing::issue, EVENTS)
			.grantedLike("order")
			.unique("number", InvoiceDetails::number, Invoice::number)
			.check((candidate) -> candidate.details().check(candidate.before()))
			.fields((fields) -> fields.text("number", Invoice::number)
				.enumeration("kind", InvoiceKind.class)
				.unsortedText("series", "series")
				.reference("orderId")
				.reference("customerId")
				.reference("creditedInvoiceId")
				.date("issuedOn", Invoice::issuedOn)
				.date("dueOn", Invoice::dueOn)
				.number("total", Invoice::total)
				.unsortedText("currency", "currency")
				.search("search_text_of(r.number || ' ' || r.order_number)"))
			.build();
	}

	@Bean
	Shares invoiceShares(ShareStore shares) {
		return shares.of(Invoice.class, "invoice");
	}

}
