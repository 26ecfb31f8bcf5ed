package io.kehu.customer.contact;

import io.kehu.customer.customer.PhoneNumber;
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
		return stores.of(Contact.class, EVENTS)
			.accessFrom("customerId", ContactDetails::customerId, customers)
			.period("from", ContactDetails::from, "to", ContactDetails::to)
			.fields((fields) -> fields.reference("customerId")
				.optionalName("givenName", (contact) -> contact.details().givenName())
				.name("familyName", (contact) -> contact.details().familyName())
				.optionalText("role", (contact) -> contact.details().role())
				.optionalText("jobTitle", (contact) -> contact.details().jobTitle())
				.date("from", "valid_from", (contact) -> contact.details().from())
				.date("to", "valid_to", (contact) -> contact.details().to())
				.bool("primary", "is_primary")
				.elements("email", "emails", "address", "contact_values")
				.elements("phone", "phones", "number", "contact_values", PhoneNumber::normalized)
				.personal("email", "phone")
				.search("r.search_text", """
						search_text_of(coalesce(r.given_name || ' ', '') || r.family_name
						|| coalesce(' ' || r.job_title, ''))"""))
			.cached("contacts")
			.build();
	}

}
