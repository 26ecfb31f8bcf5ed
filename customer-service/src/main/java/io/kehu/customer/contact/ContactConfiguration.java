package io.kehu.customer.contact;

import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordStores;
import io.kehu.platform.record.Referable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares contacts.
 */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

	static final RecordEvents EVENTS = RecordEvents.of("kehu.contacts", "contact", "added");

	@Bean
	RecordStore<ContactDetails, Contact, ContactView> contacts(RecordStores stores,
			@Qualifier("customers") Referable customers) {
		return stores.of(Contact.class, Contact::new, EVENTS)
			.accessFrom("customerId", ContactDetails::customerId, customers)
			.check((candidate) -> candidate.details().checkDates())
			.fields((fields) -> fields.reference("customerId")
				.optionalText("givenName", (contact) -> contact.details().givenName())
				.text("familyName", (contact) -> contact.details().familyName())
				.optionalText("role", (contact) -> contact.details().role())
				.optionalText("jobTitle", (contact) -> contact.details().jobTitle())
				.date("from", "valid_from", (contact) -> contact.details().from())
				.date("to", "valid_to", (contact) -> contact.details().to())
				.bool("primary", "is_primary")
				.several("email", "r.emails @> jsonb_build_array(jsonb_build_object('address', cast(:value as text)))")
				.several("phone", "r.phones @> jsonb_build_array(jsonb_build_object('number', cast(:value as text)))")
				.search("r.search_text"))
			.cached("contacts")
			.build();
	}

}
