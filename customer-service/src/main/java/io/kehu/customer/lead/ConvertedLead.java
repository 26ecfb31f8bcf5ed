package io.kehu.customer.lead;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.contact.ContactDetails;
import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerKind;
import io.kehu.customer.customer.CustomerStatus;
import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PersonName;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.customer.customer.PostalAddress;
import io.kehu.customer.lead.NewConversion.NewOpportunity;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a lead becomes by default: a company with its person as the contact, who has the
 * e-mail addresses and phone numbers, or a person.
 */
record ConvertedLead(LeadDetails lead) {

	/**
	 * Returns the customer.
	 * @param reachable whether the e-mail addresses and phone numbers are the customer's,
	 * since there is no contact
	 */
	CustomerDetails customer(boolean reachable) {
		boolean company = this.lead.company() != null;
		List<EmailAddress> emails = (reachable || !company) ? this.lead.emails() : List.of();
		List<PhoneNumber> phones = (reachable || !company) ? this.lead.phones() : List.of();
		List<PostalAddress> addresses = (this.lead.country() != null) ? List
			.of(new PostalAddress(null, null, null, null, this.lead.city(), null, this.lead.country(), null, null))
				: List.of();
		return new CustomerDetails(company ? CustomerKind.COMPANY : CustomerKind.PERSON, name(),
				company ? null : this.lead.givenName(), company ? null : this.lead.familyName(),
				CustomerStatus.PROSPECT, emails, phones, addresses, null, null, List.of(), List.of(), Map.of(),
				List.of(), null, this.lead.ownership());
	}

	/**
	 * Returns the contact.
	 * @throws ProblemException 400 if the lead names no person
	 */
	ContactDetails contact(UUID customer, boolean primary) {
		String familyName = this.lead.familyName();
		if (familyName == null) {
			throw ProblemException.invalid("/createContact", "conflict", "the lead has no family name");
		}
		return new ContactDetails(customer, this.lead.givenName(), familyName, null, this.lead.jobTitle(), null, null,
				primary, this.lead.emails(), this.lead.phones(), List.of());
	}

	/** Returns whether a conversion creates a contact by default. */
	boolean hasContact(CustomerKind kind) {
		return kind == CustomerKind.COMPANY && this.lead.familyName() != null;
	}

	/** Returns a requested opportunity with its defaults, or null. */
	@Nullable NewOpportunity opportunity(@Nullable NewOpportunity wanted) {
		if (wanted == null) {
			return null;
		}
		String interest = this.lead.interest();
		String name = (interest != null) ? name() + ": " + interest : name();
		return new NewOpportunity((wanted.name() != null) ? wanted.name() : name,
				(wanted.amount() != null) ? wanted.amount() : this.lead.estimatedValue(), wanted.expectedCloseOn());
	}

	private String name() {
		return (this.lead.company() != null) ? this.lead.company()
				: PersonName.of(this.lead.givenName(), this.lead.familyName());
	}

}
