package io.kehu.customer.lead;

import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.record.RecordFields;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares leads and their shares.
 */
@Configuration(proxyBeanMethods = false)
class LeadConfiguration {

	@Bean
	RecordStore<LeadDetails, Lead, LeadView> leads(RecordStores stores, LeadScores scores) {
		return stores.of(Lead.class, Lead::new, LeadEvent.EVENTS)
			.grantedLike("customer")
			.check((candidate) -> candidate.details().check())
			.intent("contact", Lead::contact)
			.intent("qualify", Lead::qualify)
			.intent("reopen", Lead::reopen)
			.fields(LeadConfiguration::declare)
			.completed(scores::with)
			.build();
	}

	private static void declare(RecordFields<Lead> fields) {
		fields.enumeration("status", LeadStatus.class)
			.text("source", (lead) -> lead.details().source())
			.optionalName("company", (lead) -> lead.details().company())
			.optionalName("givenName", (lead) -> lead.details().givenName())
			.optionalName("familyName", (lead) -> lead.details().familyName())
			.optionalText("jobTitle", (lead) -> lead.details().jobTitle())
			.optionalText("city", (lead) -> lead.details().city())
			.optionalText("country", (lead) -> lead.details().country())
			.optionalText("industry", (lead) -> lead.details().industry())
			.optionalNumber("employees", (lead) -> lead.details().employees())
			.optionalNumber("score", Lead::score)
			.reference("customerId")
			.elements("email", "emails", "address", "contact_values")
			.elements("phone", "phones", "number", "contact_values", PhoneNumber::normalized)
			.personal("email", "phone")
			.search("r.search_text", """
					search_text_of(coalesce(r.company, '') || ' ' || coalesce(r.given_name, '') || ' '
					|| coalesce(r.family_name, '') || ' ' || coalesce(r.interest, ''))""");
	}

	@Bean
	Shares leadShares(ShareStore shares) {
		return shares.of(Lead.class, "lead");
	}

}
