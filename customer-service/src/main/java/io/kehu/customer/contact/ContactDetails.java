package io.kehu.customer.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.OnePrimary;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.platform.json.Texts;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a contact.
 *
 * @param role the person's part in the business, for example {@code decision-maker}
 * @param from the first day on which the person worked there, or null
 * @param to the last day on which the person worked there, or null
 * @param primary whether to address this person first
 */
public record ContactDetails(@NotNull UUID customerId, @Nullable @Size(max = 100) String givenName,
		@NotBlank @Size(max = 100) String familyName, @Nullable @Pattern(regexp = "[a-z][a-z0-9_-]{0,29}") String role,
		@Nullable @Size(max = 100) String jobTitle, @Nullable LocalDate from, @Nullable LocalDate to, boolean primary,
		@OnePrimary @Size(max = 20) List<@NotNull @Valid EmailAddress> emails,
		@OnePrimary @Size(max = 20) List<@NotNull @Valid PhoneNumber> phones,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<ContactDetails> {

	public ContactDetails {
		givenName = Texts.orNull(givenName);
		familyName = Texts.visible(familyName);
		jobTitle = Texts.orNull(jobTitle);
		emails = (emails != null) ? emails : List.of();
		phones = (phones != null) ? phones : List.of();
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

}
