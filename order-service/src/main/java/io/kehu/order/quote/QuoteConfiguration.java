package io.kehu.order.quote;

import java.util.List;

import io.kehu.order.customer.CustomerLookup;
import io.kehu.order.customer.CustomerOrigins;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Declares quotes and their shares.
 */
@Configuration(proxyBeanMethods = false)
class QuoteConfiguration {

	static final String APPROVE = "quote:approve";

	@Bean
	RecordStore<QuoteDetails, Quote, QuoteView> quotes(RecordStores stores, QuoteDefaults defaults,
			@Qualifier("opportunities") Referable opportunities, CustomerLookup customers,
			@Qualifier("quoteOrigins") CustomerOrigins origins) {
		return stores.of(Quote.class, Quote::new, QuoteEvent.EVENTS)
			.grantedLike("order")
			.identity("number", QuoteDetails::number, Quote::number)
			.completing(defaults::complete)
			.lookedUp("customerId", QuoteDetails::customerId, customers::begin)
			.checkChunk(customers.check(QuoteDetails::customerId))
			.references("opportunityId", QuoteDetails::opportunityId, opportunities)
			.intent("submit", Quote::submit)
			.intent("revise", Quote::revise)
			.entails((change) -> changed(change, origins))
			.fields((fields) -> fields.text("number", Quote::number)
				.enumeration("status", QuoteStatus.class)
				.reference("customerId")
				.reference("opportunityId")
				.reference("orderId")
				.date("validUntil", Quote::validUntil)
				.number("total", Quote::total)
				.unsortedText("currency", "currency")
				.search("search_text_of(r.number)"))
			.build();
	}

	@Bean
	CustomerOrigins quoteOrigins(JdbcTemplate jdbc) {
		return new CustomerOrigins(jdbc, "quote");
	}

	private static void changed(RecordChange change, CustomerOrigins origins) {
		QuoteView before = (QuoteView) change.before();
		if (before != null && !before.customerId().equals(((QuoteView) change.after()).customerId())) {
			origins.forget(change.id());
		}
	}

	@Bean
	PermissionSource approvals() {
		return () -> List
			.of(AnnouncedPermission.of(APPROVE, "Approve the discounts of quotes, as far as your roles grant them"));
	}

	@Bean
	Shares quoteShares(ShareStore shares) {
		return shares.of(Quote.class, "quote");
	}

}
