package io.kehu.customer.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.term.SearchTerms;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import io.kehu.platform.sealing.SealedText;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A company or a person that we do business with.
 */
@Entity
@EntityListeners(BankAccountIndex.class)
@Guarded(table = "customer", read = "customer:read", write = "customer:write", delete = "customer:delete",
		personal = "customer:pii")
class Customer extends DetailedRecord<CustomerDetails, CustomerView> implements Keyed {

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

	@Convert(converter = TaxNumberConverter.class)
	private @Nullable SealedText taxNumber;

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

	@Embedded
	private @Nullable Ownership ownership;

	private @Nullable UUID mergedInto;

	/** Read by queries only. */
	@SuppressWarnings("UnusedVariable")
	private String[] searchTerms;

	@Convert(converter = BankAccountsConverter.class)
	private @Nullable SealedText bankAccounts;

	/** Read by queries only. */
	@SuppressWarnings("UnusedVariable")
	private String[] bankAccountIndex;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Customer() {
	}

	@SuppressWarnings("NullAway.Init")
	private Customer(CustomerDetails details, Instant now) {
		super(now);
		apply(details);
	}

	/**
	 * Registers a new customer.
	 */
	static Customer register(CustomerDetails details, Instant now) {
		return new Customer(details, now);
	}

	/**
	 * Deletes this customer as merged into another, which takes over its external ids.
	 */
	void mergeInto(UUID survivor, Instant now) {
		this.mergedInto = survivor;
		this.externalIds.clear();
		delete(now);
	}

	/**
	 * Restores this customer.
	 * @throws ProblemException 409 when it was merged
	 */
	@Override
	public void restore(Instant now) {
		if (this.mergedInto != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "merged",
					"Customer %s was merged into %s; undo the merge instead.".formatted(id(), this.mergedInto));
		}
		super.restore(now);
	}

	/**
	 * Restores this customer with the details that it had before a merge.
	 */
	void separate(CustomerDetails before, Instant now) {
		this.mergedInto = null;
		restore(now);
		apply(before);
	}

	/**
	 * Applies the details that result from a merge or from undoing it. This makes a new
	 * version even if the details are unchanged.
	 */
	void settle(CustomerDetails details, Instant now) {
		apply(details);
		changed(now);
	}

	void indexBankAccounts(String[] indexes) {
		this.bankAccountIndex = indexes;
	}

	@Override
	protected void apply(CustomerDetails details) {
		this.kind = details.kind();
		this.name = details.name();
		this.givenName = details.givenName();
		this.familyName = details.familyName();
		this.status = details.status();
		this.emails = details.emails();
		this.phones = details.phones();
		this.addresses = details.addresses();
		this.birthDate = details.birthDate();
		this.taxNumber = SealedText.of(id(), details.taxNumber());
		this.bankAccounts = BankAccounts.sealed(id(), details.bankAccounts());
		this.tags = details.tags();
		this.customFields = details.customFields();
		this.parentId = details.parentId();
		this.ownership = details.ownership();
		this.searchTerms = SearchTerms.of(List.of(details.name()),
				details.phones().stream().map(PhoneNumber::number).toList());
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public CustomerDetails details() {
		return new CustomerDetails(this.kind, this.name, this.givenName, this.familyName, this.status, this.emails,
				this.phones, this.addresses, this.birthDate, SealedText.textOf(this.taxNumber, id()),
				BankAccounts.opened(id(), this.bankAccounts), this.tags, this.customFields,
				ExternalId.sorted(this.externalIds), this.parentId, Ownership.orNone(this.ownership));
	}

	@Override
	public CustomerView view() {
		return new CustomerView(id(), version(), details(), createdAt(), updatedAt(), deletedAt(), this.mergedInto,
				null);
	}

	String name() {
		return this.name;
	}

	@Nullable UUID parentId() {
		return this.parentId;
	}

	@Nullable UUID mergedInto() {
		return this.mergedInto;
	}

	@Nullable LocalDate birthDate() {
		return this.birthDate;
	}

	@Override
	public Set<ExternalId> externalIds() {
		return Set.copyOf(this.externalIds);
	}

}
