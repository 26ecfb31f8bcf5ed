package io.kehu.customer.lead;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.contact.ContactDetails;
import io.kehu.customer.contact.ContactView;
import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Finds or creates the customer and the contact that a lead is converted into, in the
 * transaction of the conversion.
 */
@Component
class ConversionParts {

	private final RecordStore<CustomerDetails, ?, CustomerView> customers;

	private final RecordStore<ContactDetails, ?, ContactView> contacts;

	private final RequestJson json;

	ConversionParts(RecordStore<CustomerDetails, ?, CustomerView> customers,
			RecordStore<ContactDetails, ?, ContactView> contacts, RequestJson json) {
		this.customers = customers;
		this.contacts = contacts;
		this.json = json;
	}

	/**
	 * Returns the customer and the contact of a conversion, which exist afterwards.
	 * @throws ProblemException if the request contradicts itself or refers to what the
	 * caller may not see, or if the caller may not create such records
	 */
	Parts of(LeadDetails lead, NewConversion wanted) {
		check(wanted);
		ConvertedLead converted = new ConvertedLead(lead);
		UUID present = wanted.customerId();
		CustomerView customer = (present != null) ? present(present) : create(converted, wanted);
		return new Parts(customer, present == null, contact(converted, wanted, customer), wanted.contactId() == null);
	}

	private static void check(NewConversion wanted) {
		refuse(wanted.customerId() != null && wanted.customer() != null, "/customer",
				"applies to a customer that is created, but customerId names one");
		refuse(wanted.contactId() != null && wanted.customerId() == null, "/contactId",
				"a customer that is created has no contacts yet");
		boolean withoutContact = wanted.contactId() != null || Boolean.FALSE.equals(wanted.createContact());
		refuse(withoutContact && wanted.contact() != null, "/contact",
				"applies to a contact that is created, but none is");
		refuse(wanted.contactId() != null && Boolean.TRUE.equals(wanted.createContact()), "/createContact",
				"contradicts contactId");
	}

	private static void refuse(boolean contradiction, String pointer, String message) {
		if (contradiction) {
			throw ProblemException.invalid(pointer, "conflict", message);
		}
	}

	private CustomerView present(UUID id) {
		if (!Callers.current().may("customer:read")) {
			throw Access.forbidden();
		}
		if (!this.customers.referable(Set.of(id), AccessLevel.READ).contains(id)) {
			throw ProblemException.invalid("/customerId", "unknown_reference", "there is no customer with this id");
		}
		return this.customers.get(id);
	}

	private CustomerView create(ConvertedLead converted, NewConversion wanted) {
		require("customer:write");
		CustomerDetails proposed = converted.customer(false);
		boolean contact = (wanted.createContact() != null) ? wanted.createContact()
				: converted.hasContact(proposed.kind());
		CustomerDetails details = patched("/customer", converted.customer(!contact), wanted.customer(),
				CustomerDetails.class);
		return FieldErrors.within("/customer", () -> this.customers.create(details));
	}

	private @Nullable ContactView contact(ConvertedLead converted, NewConversion wanted, CustomerView customer) {
		UUID present = wanted.contactId();
		if (present != null) {
			if (!Callers.current().may("contact:read")) {
				throw Access.forbidden();
			}
			boolean known = this.contacts.referable(Set.of(present), AccessLevel.READ).contains(present);
			ContactView contact = known ? this.contacts.get(present) : null;
			if (contact == null || !contact.details().customerId().equals(customer.id())) {
				throw ProblemException.invalid("/contactId", "unknown_reference",
						"there is no contact with this id at the customer");
			}
			return contact;
		}
		boolean create = (wanted.createContact() != null) ? wanted.createContact()
				: converted.hasContact(customer.details().kind());
		if (!create) {
			refuse(wanted.contact() != null, "/contact", "applies to a contact that is created, but none is");
			return null;
		}
		require("contact:write");
		ContactDetails details = patched("/contact", converted.contact(customer.id(), wanted.customerId() == null),
				wanted.contact(), ContactDetails.class);
		refuse(!details.customerId().equals(customer.id()), "/contact/customerId", "is not the customer");
		return FieldErrors.within("/contact", () -> this.contacts.create(details));
	}

	private static void require(String permission) {
		if (!Callers.current().may(permission)) {
			throw Access.forbidden();
		}
	}

	/** Masks of the lead's personal data stand for its values. */
	private <T> T patched(String pointer, T proposed, @Nullable Map<String, @Nullable Object> patch, Class<T> type) {
		JsonNode changes = (patch != null) ? this.json.mapper().valueToTree(patch)
				: this.json.mapper().createObjectNode();
		return FieldErrors.within(pointer,
				() -> PersonalData.of(type).resolved(this.json.merge(proposed, changes, type), proposed));
	}

	/** Deletes what a conversion created. */
	void removeContact(UUID id) {
		this.contacts.remove(id);
	}

	/**
	 * Deletes the customer that a conversion created.
	 * @throws ProblemException 403 if the caller may not change it
	 */
	void removeCustomer(UUID id) {
		if (!this.customers.referable(Set.of(id), AccessLevel.CHANGE).contains(id)) {
			throw Access.forbidden();
		}
		this.customers.remove(id);
	}

	/** Returns a customer as the caller may see it. */
	CustomerDetails shown(CustomerView customer) {
		return this.customers.shown().shown(customer).details();
	}

	/** Returns a contact as the caller may see it. */
	ContactDetails shown(ContactView contact) {
		return this.contacts.shown().shown(contact).details();
	}

	/**
	 * The records that a lead is converted into.
	 *
	 * @param newCustomer whether the customer was created
	 * @param contact the contact, or null
	 * @param newContact whether the contact, if there is one, was created
	 */
	record Parts(CustomerView customer, boolean newCustomer, @Nullable ContactView contact, boolean newContact) {
	}

}
