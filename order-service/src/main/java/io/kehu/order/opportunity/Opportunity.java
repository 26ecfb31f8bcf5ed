package io.kehu.order.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A sale that may come about.
 */
@Entity
@Guarded(table = "opportunity", read = "opportunity:read", write = "opportunity:write", delete = "opportunity:write")
class Opportunity extends DetailedRecord<OpportunityDetails, OpportunityView> implements Keyed {

	private String name;

	private UUID customerId;

	private @Nullable UUID contactId;

	private @Nullable UUID campaignId;

	private @Nullable UUID leadId;

	@Embedded
	private OpportunityProgress progress;

	private String rank;

	private @Nullable BigDecimal amount;

	private @Nullable String currency;

	private @Nullable Integer probability;

	private @Nullable LocalDate expectedCloseOn;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<SoldProduct> products;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<String> competitors;

	@Embedded
	private @Nullable Ownership ownership;

	@ElementCollection
	@CollectionTable(name = "opportunity_external_id", joinColumns = @JoinColumn(name = "opportunity_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Opportunity() {
	}

	@SuppressWarnings("NullAway.Init")
	Opportunity(String rank, OpportunityDetails details, Instant now) {
		super(now);
		begin(rank, details, now);
	}

	/** Creates an opportunity from a lead, with an id that the lead refers to. */
	@SuppressWarnings("NullAway.Init")
	Opportunity(UUID id, UUID lead, String rank, OpportunityDetails details, Instant now) {
		super(id, now);
		this.leadId = lead;
		begin(rank, details, now);
	}

	private void begin(String place, OpportunityDetails details, Instant now) {
		this.rank = place;
		this.progress = new OpportunityProgress(details.pipelineId(), details.stage(), now);
		apply(details);
	}

	/**
	 * Changes the details. An open opportunity may be in another stage afterwards.
	 * @throws ProblemException 409 if the stage changes of one that is closed
	 */
	@Override
	public boolean change(OpportunityDetails details, Instant now) {
		if (!this.progress.isIn(details.pipelineId(), details.stage())) {
			this.progress.checkOpen("a change of the stage");
			this.progress.enter(details.pipelineId(), details.stage(), now);
			apply(details);
			changed(now);
			return true;
		}
		return super.change(details, now);
	}

	/** Moves to a place in a stage of the same pipeline. */
	RecordEvent move(String stage, String place, Instant now) {
		this.progress.checkOpen("move");
		if (!this.progress.isIn(this.progress.pipelineId(), stage)) {
			this.progress.enter(this.progress.pipelineId(), stage, now);
		}
		this.rank = place;
		changed(now);
		return OpportunityEvent.MOVED;
	}

	/** Ends the opportunity. */
	RecordEvent close(Outcome outcome, Closing closing, Instant now) {
		this.progress.close(outcome, closing, now);
		changed(now);
		return (outcome == Outcome.WON) ? OpportunityEvent.WON : OpportunityEvent.LOST;
	}

	/** Opens the opportunity again. */
	RecordEvent reopen(Instant now) {
		this.progress.reopen(now);
		changed(now);
		return OpportunityEvent.REOPENED;
	}

	@Override
	protected void apply(OpportunityDetails details) {
		Money money = details.amount();
		this.name = details.name();
		this.customerId = details.customerId();
		this.contactId = details.contactId();
		this.campaignId = details.campaignId();
		this.amount = (money != null) ? money.decimal() : null;
		this.currency = (money != null) ? money.currency() : null;
		this.probability = details.probability();
		this.expectedCloseOn = details.expectedCloseOn();
		this.products = details.products();
		this.competitors = details.competitors();
		this.ownership = details.ownership();
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public OpportunityDetails details() {
		return new OpportunityDetails(this.name, this.customerId, this.contactId, this.campaignId,
				this.progress.pipelineId(), this.progress.stage(), money(), this.probability, this.expectedCloseOn,
				this.products, this.competitors, ExternalId.sorted(this.externalIds), Ownership.orNone(this.ownership));
	}

	private @Nullable Money money() {
		return (this.amount != null && this.currency != null) ? Money.of(this.amount, this.currency).normalized()
				: null;
	}

	@Override
	public OpportunityView view() {
		return new OpportunityView(id(), version(), details(), this.progress.status(), this.rank, this.leadId,
				this.progress.stageEnteredAt(), this.progress.reason(), this.progress.competitor(),
				this.progress.note(), this.progress.closedAt(), createdAt(), updatedAt(), deletedAt());
	}

	OpportunityProgress progress() {
		return this.progress;
	}

	String name() {
		return this.name;
	}

	String rank() {
		return this.rank;
	}

	@Nullable BigDecimal amount() {
		return this.amount;
	}

	@Nullable LocalDate expectedCloseOn() {
		return this.expectedCloseOn;
	}

	@Nullable Instant closedAt() {
		return this.progress.closedAt();
	}

	Instant stageEnteredAt() {
		return this.progress.stageEnteredAt();
	}

	UUID customerId() {
		return this.customerId;
	}

}
