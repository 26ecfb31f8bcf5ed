package io.kehu.customer.duplicate;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.customer.contact.ContactDetails;
import io.kehu.customer.contact.ContactView;
import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.customer.customer.DuplicateInquiry;
import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.LikelyDuplicate;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.record.RecordStore;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Finds the likely duplicates of customers and contacts as their callers see them: what
 * is masked is not compared.
 */
@Service
class DuplicateService {

	private final LikelyDuplicates duplicates;

	private final RecordStore<CustomerDetails, ?, CustomerView> customers;

	private final RecordStore<ContactDetails, ?, ContactView> contacts;

	DuplicateService(LikelyDuplicates duplicates, RecordStore<CustomerDetails, ?, CustomerView> customers,
			RecordStore<ContactDetails, ?, ContactView> contacts) {
		this.duplicates = duplicates;
		this.customers = customers;
		this.contacts = contacts;
	}

	List<LikelyDuplicate> ofCustomer(UUID id) {
		return of(this.customers.shown().shown(this.customers.get(id)));
	}

	List<LikelyDuplicate> ofContact(UUID id) {
		ContactView contact = this.contacts.shown().shown(this.contacts.get(id));
		ContactDetails details = contact.details();
		return this.duplicates.contacts(new Resemblance(List.of(contact.name()), addresses(details.emails()),
				numbers(details.phones()), null, List.of(), id));
	}

	List<LikelyDuplicate> of(DuplicateSearch wanted) {
		return this.duplicates.customers(wanted.toResemblance());
	}

	@EventListener
	void answer(DuplicateInquiry inquiry) {
		inquiry.answer(of(inquiry.customer()));
	}

	private List<LikelyDuplicate> of(CustomerView customer) {
		CustomerDetails details = customer.details();
		List<String> places = details.addresses()
			.stream()
			.flatMap((address) -> Stream.of(address.city(), address.postalCode()))
			.flatMap(Stream::ofNullable)
			.toList();
		return this.duplicates.customers(new Resemblance(List.of(details.name()), addresses(details.emails()),
				numbers(details.phones()), details.taxNumber(), places, customer.id()));
	}

	private static List<String> addresses(List<EmailAddress> emails) {
		return emails.stream().map(EmailAddress::address).toList();
	}

	private static List<String> numbers(List<PhoneNumber> phones) {
		return phones.stream().map(PhoneNumber::number).toList();
	}

}
