package io.kehu.order.payment;

import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.query.ValueConditions;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares payments and their shares.
 */
@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.payments", "payment", "received", Payment.ALLOCATED,
			Payment.REFUNDED);

	@Bean
	RecordStore<PaymentDetails, Payment, PaymentView> payments(RecordStores stores, PaymentEffects effects) {
		return stores.of(Payment.class, Payment::new, EVENTS)
			.grantedLike("order")
			.unique("reference", PaymentDetails::reference, Payment::reference)
			.checkChunk(effects::check)
			.entails(effects::follow)
			.fields((fields) -> fields.text("reference", Payment::reference)
				.number("amount", Payment::amount)
				.unsortedText("currency", "currency")
				.enumeration("method", PaymentMethod.class)
				.date("receivedOn", Payment::receivedOn)
				.several("orderId", new ValueConditions(
						"r.allocations @> jsonb_build_array(jsonb_build_object('orderId', lower(cast(:value as text))))",
						null, "r.allocations = '[]'"))
				.search("search_text_of(r.reference)"))
			.build();
	}

	@Bean
	Shares paymentShares(ShareStore shares) {
		return shares.of(Payment.class, "payment");
	}

}
