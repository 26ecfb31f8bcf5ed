package io.kehu.customer.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import io.kehu.platform.json.ColumnValue;
import org.jspecify.annotations.Nullable;

/**
 * A company or a person that we deal with.
 */
@Entity
class Customer {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	@Enumerated(EnumType.STRING)
	private CustomerKind kind;

	private String name;

	private @Nullable String givenName;

	private @Nullable String familyName;

	@Enumerated(EnumType.STRING)
	private CustomerStatus status;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<EmailAddress> emails;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<PhoneNumber> phones;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<PostalAddress> addresses;

	private @Nullable LocalDate birthDate;

	private @Nullable String taxNumber;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<String> tags;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private Map<String, Object> customFields;

	@ElementCollection
	@CollectionTable(name = "customer_external_id", joinColumns = @JoinColumn(name = "customer_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	private @Nullable UUID parentId;

	private @Nullable UUID ownerId;

	private @Nullable UUID teamId;

	private Instant createdAt;

	private Instant updatedAt;

	private @Nullable Instant deletedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Customer() {
	}

	@SuppressWarnings("NullAway.Init")
	private Customer(UUID id, CustomerDetails details, Instant now) {
		this.id = id;
		this.createdAt = now;
		apply(details, now);
	}

	/**
	 * Registers a new customer.
	 */
	static Customer register(CustomerDetails details, Instant now) {
		return new Customer(Ids.next(), details, now);
	}

	/**
	 * Changes the customer to these details.
	 * @return whether anything is different
	 */
	boolean change(CustomerDetails details, Instant now) {
		if (details.equals(details())) {
			return false;
		}
		apply(details, now);
		return true;
	}

	private void apply(CustomerDetails details, Instant now) {
		this.kind = details.kind();
		this.name = details.name();
		this.givenName = details.givenName();
		this.familyName = details.familyName();
		this.status = details.status();
		this.emails = details.emails();
		this.phones = details.phones();
		this.addresses = details.addresses();
		this.birthDate = details.birthDate();
		this.taxNumber = details.taxNumber();
		this.tags = details.tags();
		this.customFields = details.customFields();
		this.parentId = details.parentId();
		this.ownerId = details.ownerId();
		this.teamId = details.teamId();
		this.updatedAt = now;
		Set<ExternalId> wanted = Set.copyOf(details.externalIds());
		this.externalIds.retainAll(wanted);
		this.externalIds.addAll(wanted);
	}

	/**
	 * Deletes the customer; it can be restored.
	 */
	void delete(Instant now) {
		this.deletedAt = now;
		this.updatedAt = now;
	}

	/**
	 * Brings the customer back.
	 */
	void restore(Instant now) {
		this.deletedAt = null;
		this.updatedAt = now;
	}

	/**
	 * Returns what clients may change, as it is now.
	 */
	CustomerDetails details() {
		return new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
				this.phones, this.addresses, this.birthDate, this.taxNumber, this.tags, this.customFields,
				sortedExternalIds(), this.parentId, this.ownerId, this.teamId);
	}

	/**
	 * Returns the customer as others see it; to be asked once the version is settled.
	 */
	CustomerView view() {
		return new CustomerView(this.id, version(), this.kind, this.name, this.givenName, this.familyName, this.status,
				this.emails, this.phones, this.addresses, this.birthDate, this.taxNumber, this.tags, this.customFields,
				sortedExternalIds(), this.parentId, this.ownerId, this.teamId, this.createdAt, this.updatedAt,
				this.deletedAt, null);
	}

	private List<ExternalId> sortedExternalIds() {
		return this.externalIds.stream().sorted(CustomerView.BY_SYSTEM).toList();
	}

	UUID id() {
		return this.id;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	boolean deleted() {
		return this.deletedAt != null;
	}

	String name() {
		return this.name;
	}

	@Nullable LocalDate birthDate() {
		return this.birthDate;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

	Set<ExternalId> externalIds() {
		return Set.copyOf(this.externalIds);
	}

}
