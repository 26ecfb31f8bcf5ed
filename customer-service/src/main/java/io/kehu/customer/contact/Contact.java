package io.kehu.customer.contact;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PersonName;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.customer.term.SearchTerms;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A person at a customer. Callers with access to the customer have access to the contact.
 */
@Entity
@Guarded(table = "contact", read = "contact:read", write = "contact:write", delete = "contact:delete",
		personal = "customer:pii", parent = "customer", parentId = "customer_id")
class Contact extends DetailedRecord<ContactDetails, ContactView> implements Keyed {

	private UUID customerId;

	private @Nullable String givenName;

	private String familyName;

	private @Nullable String role;

	private @Nullable String jobTitle;

	private @Nullable LocalDate validFrom;

	private @Nullable LocalDate validTo;

	private boolean isPrimary;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<EmailAddress> emails;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<PhoneNumber> phones;

	/** Read by queries only. */
	@SuppressWarnings("UnusedVariable")
	private String[] searchTerms;

	@ElementCollection
	@CollectionTable(name = "contact_external_id", joinColumns = @JoinColumn(name = "contact_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Contact() {
	}

	@Override
	protected void apply(ContactDetails details) {
		this.customerId = details.customerId();
		this.givenName = details.givenName();
		this.familyName = details.familyName();
		this.role = details.role();
		this.jobTitle = details.jobTitle();
		this.validFrom = details.from();
		this.validTo = details.to();
		this.isPrimary = details.primary();
		this.emails = details.emails();
		this.phones = details.phones();
		this.searchTerms = SearchTerms.of(List.of(PersonName.of(this.givenName, this.familyName)),
				this.phones.stream().map(PhoneNumber::number).toList());
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public ContactDetails details() {
		return new ContactDetails(this.customerId, this.givenName, this.familyName, this.role, this.jobTitle,
				this.validFrom, this.validTo, this.isPrimary, this.emails, this.phones,
				ExternalId.sorted(this.externalIds));
	}

	@Override
	public ContactView view() {
		return new ContactView(id(), version(), details(), PersonName.of(this.givenName, this.familyName), createdAt(),
				updatedAt(), deletedAt());
	}

}
