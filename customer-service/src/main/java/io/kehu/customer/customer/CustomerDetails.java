package io.kehu.customer.customer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.customer.field.CustomFields;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.PlainNumbers;
import io.kehu.platform.json.Texts;
import io.kehu.platform.personal.Mask;
import io.kehu.platform.personal.Personal;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a customer: the body of a create, an upsert or a bulk
 * line, and the target of a merge patch. Missing lists are empty, the status defaults to
 * {@code prospect}, and the name to the given and family name in the order of the person.
 *
 * @param ownership its owner and team, on the same level as the other fields in JSON
 */
@ConsistentCustomer
public record CustomerDetails(@NotNull CustomerKind kind,
		@Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) @NotBlank @Size(max = 200) String name,
		@Nullable @Size(max = 100) String givenName, @Nullable @Size(max = 100) String familyName,
		CustomerStatus status, @OnePrimary @Size(max = 20) List<@NotNull @Valid EmailAddress> emails,
		@OnePrimary @Size(max = 20) List<@NotNull @Valid PhoneNumber> phones,
		@Size(max = 20) List<@NotNull @Valid PostalAddress> addresses, @Nullable @PastOrPresent LocalDate birthDate,
		@Personal(value = Mask.NUMBER, sealed = true) @Nullable @Size(max = 40) @Pattern(
				regexp = "[A-Za-z0-9 ./-]+|" + Mask.NUMBER_SHAPE) String taxNumber,
		@Size(max = 20) List<@NotNull @Valid BankAccount> bankAccounts,
		@Size(max = 50) List<@NotBlank @Size(max = 50) String> tags,
		@Size(max = 50) Map<@Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{0,49}") String, Object> customFields,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds, @Nullable UUID parentId,
		@JsonUnwrapped Ownership ownership) implements KeyedDetails<CustomerDetails>, Owned<CustomerDetails> {

	public CustomerDetails {
		givenName = Texts.orNull(givenName);
		familyName = Texts.orNull(familyName);
		name = named(name, givenName, familyName);
		status = (status != null) ? status : CustomerStatus.PROSPECT;
		emails = listed(emails);
		phones = listed(phones);
		addresses = listed(addresses);
		taxNumber = Texts.strip(taxNumber);
		bankAccounts = listed(bankAccounts);
		tags = listed(tags).stream().map(Texts::visible).toList();
		customFields = (customFields != null) ? PlainNumbers.of(customFields) : Map.of();
		externalIds = listed(externalIds);
		ownership = Ownership.orNone(ownership);
	}

	private static String named(@Nullable String name, @Nullable String givenName, @Nullable String familyName) {
		String joined = PersonName.of(givenName, familyName);
		return (name != null && (joined.isEmpty() || !Texts.isBlank(name))) ? Texts.visible(name) : joined;
	}

	private static <T> List<T> listed(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	@Override
	public CustomerDetails with(List<ExternalId> all) {
		return copy(all, this.parentId, this.ownership);
	}

	/** Returns a copy with another parent. */
	CustomerDetails below(@Nullable UUID parent) {
		return copy(this.externalIds, parent, this.ownership);
	}

	/** Returns a copy with the defaults of custom fields. */
	CustomerDetails completedBy(CustomFields fields) {
		Map<String, Object> values = fields.withDefaults(this.customFields);
		return values.equals(this.customFields) ? this
				: new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
						this.phones, this.addresses, this.birthDate, this.taxNumber, this.bankAccounts, this.tags,
						values, this.externalIds, this.parentId, this.ownership);
	}

	@Override
	public CustomerDetails ownedBy(Ownership other) {
		return copy(this.externalIds, this.parentId, other);
	}

	private CustomerDetails copy(List<ExternalId> ids, @Nullable UUID parent, Ownership owned) {
		return new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
				this.phones, this.addresses, this.birthDate, this.taxNumber, this.bankAccounts, this.tags,
				this.customFields, ids, parent, owned);
	}

}
