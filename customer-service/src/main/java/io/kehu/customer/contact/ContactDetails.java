package io.kehu.customer.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.json.Texts;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a contact: the body of a create, an upsert or a bulk
 * line, and the target of a merge patch.
 *
 * @param role the person's part in the business with the customer, for example
 * {@code decision-maker}
 * @param from the first day on which the person worked there, or null
 * @param to the last day on which the person worked there, or null
 * @param primary whether to address this person first
 */
record ContactDetails(@NotNull UUID customerId, @Nullable @Size(max = 100) String givenName,
		@NotBlank @Size(max = 100) String familyName, @Nullable @Pattern(regexp = "[a-z][a-z0-9_-]{0,29}") String role,
		@Nullable @Size(max = 100) String jobTitle, @Nullable LocalDate from, @Nullable LocalDate to, boolean primary,
		@Size(max = 20) List<@NotNull @Valid EmailAddress> emails,
		@Size(max = 20) List<@NotNull @Valid PhoneNumber> phones,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<ContactDetails> {

	ContactDetails {
		givenName = Texts.orNull(givenName);
		familyName = Texts.visible(familyName);
		jobTitle = Texts.orNull(jobTitle);
		emails = (emails != null) ? emails : List.of();
		phones = (phones != null) ? phones : List.of();
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

	@Override
	public ContactDetails with(List<ExternalId> all) {
		return new ContactDetails(this.customerId, this.givenName, this.familyName, this.role, this.jobTitle, this.from,
				this.to, this.primary, this.emails, this.phones, all);
	}

	/** Returns a copy that belongs to another customer. */
	ContactDetails at(UUID customer) {
		return new ContactDetails(customer, this.givenName, this.familyName, this.role, this.jobTitle, this.from,
				this.to, this.primary, this.emails, this.phones, this.externalIds);
	}

	/**
	 * Checks that the dates are in order, and that at most one e-mail address and one
	 * phone number are primary.
	 * @throws ProblemException 400 if not
	 */
	void check() {
		if (this.from != null && this.to != null && this.to.isBefore(this.from)) {
			throw ProblemException.invalid("/to", "out_of_range", "must not be before from");
		}
		checkPrimary("/emails", this.emails.stream().filter(EmailAddress::primary).count());
		checkPrimary("/phones", this.phones.stream().filter(PhoneNumber::primary).count());
	}

	private static void checkPrimary(String pointer, long primaries) {
		if (primaries > 1) {
			throw ProblemException.invalid(pointer, "too_many_values", "only one may be primary");
		}
	}

}
