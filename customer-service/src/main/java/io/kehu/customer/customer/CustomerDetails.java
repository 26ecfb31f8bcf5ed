package io.kehu.customer.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client may say of a customer: the body of a create, of an upsert and of a bulk
 * line, and what a merge patch is applied to. Lists that are missing are empty, the
 * status is {@code prospect}, and a person without a name is called by given and family
 * name.
 */
@ConsistentCustomer
record CustomerDetails(@NotNull CustomerKind kind, @NotBlank @Size(max = 200) String name,
		@Nullable @Size(max = 100) String givenName, @Nullable @Size(max = 100) String familyName,
		CustomerStatus status, @Size(max = 20) List<@NotNull @Valid EmailAddress> emails,
		@Size(max = 20) List<@NotNull @Valid PhoneNumber> phones,
		@Size(max = 20) List<@NotNull @Valid PostalAddress> addresses, @Nullable @PastOrPresent LocalDate birthDate,
		@Nullable @Size(max = 40) @Pattern(regexp = "[A-Za-z0-9 ./-]+") String taxNumber,
		@Size(max = 50) List<@NotBlank @Size(max = 50) String> tags,
		@Size(max = 50) Map<@Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,49}") String, Object> customFields,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds, @Nullable UUID parentId, @Nullable UUID ownerId,
		@Nullable UUID teamId) implements KeyedDetails<CustomerDetails>, Owned<CustomerDetails> {

	CustomerDetails {
		givenName = trimmed(givenName);
		familyName = trimmed(familyName);
		name = named(trimmed(name), givenName, familyName);
		status = (status != null) ? status : CustomerStatus.PROSPECT;
		emails = listed(emails);
		phones = listed(phones);
		addresses = listed(addresses);
		tags = listed(tags);
		customFields = (customFields != null) ? customFields : Map.of();
		externalIds = listed(externalIds);
	}

	private static @Nullable String trimmed(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

	private static String named(@Nullable String name, @Nullable String givenName, @Nullable String familyName) {
		return (name != null) ? name
				: Stream.of(givenName, familyName).flatMap(Stream::ofNullable).collect(Collectors.joining(" "));
	}

	private static <T> List<T> listed(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	@Override
	public CustomerDetails with(List<ExternalId> all) {
		return new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
				this.phones, this.addresses, this.birthDate, this.taxNumber, this.tags, this.customFields, all,
				this.parentId, this.ownerId, this.teamId);
	}

	/** Returns the same below another customer. */
	CustomerDetails below(@Nullable UUID parent) {
		return new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
				this.phones, this.addresses, this.birthDate, this.taxNumber, this.tags, this.customFields,
				this.externalIds, parent, this.ownerId, this.teamId);
	}

	@Override
	public CustomerDetails ownedBy(Ownership ownership) {
		return new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
				this.phones, this.addresses, this.birthDate, this.taxNumber, this.tags, this.customFields,
				this.externalIds, this.parentId, ownership.ownerId(), ownership.teamId());
	}

}
