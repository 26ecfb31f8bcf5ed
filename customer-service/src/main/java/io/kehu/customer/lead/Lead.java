package io.kehu.customer.lead;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.customer.EmailAddress;
import io.kehu.customer.customer.PersonName;
import io.kehu.customer.customer.PhoneNumber;
import io.kehu.customer.term.SearchTerms;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A person or a company that may become a customer.
 */
@Entity
@EntityListeners(LeadScores.class)
@Guarded(table = "lead", read = "lead:read", write = "lead:write", delete = "lead:delete", personal = "customer:pii")
class Lead extends DetailedRecord<LeadDetails, LeadView> implements Keyed {

	@Enumerated(EnumType.STRING)
	private LeadStatus status;

	private String source;

	private @Nullable String company;

	private @Nullable String givenName;

	private @Nullable String familyName;

	private @Nullable String jobTitle;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<EmailAddress> emails;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<PhoneNumber> phones;

	private @Nullable String city;

	private @Nullable String country;

	private @Nullable String industry;

	private @Nullable Integer employees;

	private @Nullable String interest;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private @Nullable Money estimatedValue;

	private @Nullable String note;

	@ElementCollection
	@CollectionTable(name = "lead_external_id", joinColumns = @JoinColumn(name = "lead_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	@Embedded
	private @Nullable Ownership ownership;

	private @Nullable String lostReason;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private @Nullable LeadConversion conversion;

	/** The status to which the undoing of the conversion returns. */
	@Enumerated(EnumType.STRING)
	private @Nullable LeadStatus statusBefore;

	/** Read by queries only. */
	@SuppressWarnings("UnusedVariable")
	private String[] searchTerms;

	/** What the score is calculated from; not part of the record's version. */
	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	@OptimisticLock(excluded = true)
	@SuppressWarnings("UnusedVariable")
	private Map<String, String> features = Map.of();

	@OptimisticLock(excluded = true)
	private @Nullable Integer score;

	@OptimisticLock(excluded = true)
	@SuppressWarnings("UnusedVariable")
	private @Nullable UUID scoredBy;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Lead() {
	}

	@SuppressWarnings("NullAway.Init")
	Lead(LeadDetails details, Instant now) {
		super(now);
		this.status = LeadStatus.NEW;
		apply(details);
	}

	RecordEvent contact(Instant now) {
		return take(LeadStep.CONTACT, LeadEvent.CONTACTED, now);
	}

	RecordEvent qualify(Instant now) {
		return take(LeadStep.QUALIFY, LeadEvent.QUALIFIED, now);
	}

	/** Gives the lead up. */
	RecordEvent lose(String reason, Instant now) {
		take(LeadStep.LOSE, LeadEvent.LOST, now);
		this.lostReason = reason;
		return LeadEvent.LOST;
	}

	RecordEvent reopen(Instant now) {
		take(LeadStep.REOPEN, LeadEvent.REOPENED, now);
		this.lostReason = null;
		return LeadEvent.REOPENED;
	}

	private LeadEvent take(LeadStep step, LeadEvent event, Instant now) {
		this.status = step.from(this.status);
		changed(now);
		return event;
	}

	/**
	 * Checks that the lead can be converted.
	 * @throws ProblemException 409 if not
	 */
	void checkConvertible() {
		LeadStep.CONVERT.from(this.status);
	}

	/** Notes what the lead has become. */
	RecordEvent convert(LeadConversion outcome, Instant now) {
		LeadStatus before = this.status;
		take(LeadStep.CONVERT, LeadEvent.CONVERTED, now);
		this.statusBefore = before;
		this.conversion = outcome;
		return LeadEvent.CONVERTED;
	}

	/**
	 * Returns the conversion that can be undone.
	 * @throws ProblemException 409 if the lead is not converted
	 */
	LeadConversion presentConversion() {
		if (this.status != LeadStatus.CONVERTED || this.conversion == null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "not-converted",
					"The lead %s is not converted.".formatted(id()));
		}
		return this.conversion;
	}

	/** Returns to the status before the conversion. */
	RecordEvent undoConversion(List<LeadConversion.Kept> kept, Instant now) {
		this.conversion = presentConversion().undone(kept, now);
		this.status = Objects.requireNonNull(this.statusBefore);
		this.statusBefore = null;
		changed(now);
		return LeadEvent.UNCONVERTED;
	}

	/** Follows the customer into whom it was converted. */
	void follow(UUID customer, Instant now) {
		this.conversion = Objects.requireNonNull(this.conversion).at(customer);
		changed(now);
	}

	/** Stores the score of the lead as it is now. */
	void rate(LeadScores.Rating rating) {
		this.features = rating.features();
		this.score = rating.score();
		this.scoredBy = rating.model();
	}

	@Override
	protected void apply(LeadDetails details) {
		this.source = details.source();
		this.company = details.company();
		this.givenName = details.givenName();
		this.familyName = details.familyName();
		this.jobTitle = details.jobTitle();
		this.emails = details.emails();
		this.phones = details.phones();
		this.city = details.city();
		this.country = details.country();
		this.industry = details.industry();
		this.employees = details.employees();
		this.interest = details.interest();
		this.estimatedValue = details.estimatedValue();
		this.note = details.note();
		this.ownership = details.ownership();
		this.searchTerms = SearchTerms.of(
				List.of(Objects.requireNonNullElse(this.company, ""), PersonName.of(this.givenName, this.familyName)),
				this.phones.stream().map(PhoneNumber::number).toList());
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public LeadDetails details() {
		return new LeadDetails(this.source, this.company, this.givenName, this.familyName, this.jobTitle, this.emails,
				this.phones, this.city, this.country, this.industry, this.employees, this.interest, this.estimatedValue,
				this.note, ExternalId.sorted(this.externalIds), Ownership.orNone(this.ownership));
	}

	@Override
	public LeadView view() {
		return new LeadView(id(), version(), this.status, details(), this.lostReason, this.conversion, createdAt(),
				updatedAt(), deletedAt(), null);
	}

	@Nullable Integer score() {
		return this.score;
	}

}
