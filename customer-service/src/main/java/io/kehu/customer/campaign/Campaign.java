package io.kehu.customer.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A series of e-mails to the members of segments.
 */
@Entity
class Campaign extends DetailedRecord<CampaignDetails, CampaignView> {

	private String code;

	private String name;

	private @Nullable String description;

	private String purpose;

	private @Nullable BigDecimal budget;

	private @Nullable String budgetCurrency;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<UUID> segmentIds;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<UUID> excludedSegmentIds;

	private String unsubscribeLabel;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<CampaignStep> steps;

	@Enumerated(EnumType.STRING)
	private CampaignStatus status;

	private @Nullable Instant startedAt;

	private @Nullable Instant endedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Campaign() {
	}

	@SuppressWarnings("NullAway.Init")
	Campaign(CampaignDetails details, Instant now) {
		super(now);
		this.status = CampaignStatus.DRAFT;
		apply(details);
	}

	/** Starts the campaign; has no effect if it is running. */
	@Nullable RecordEvent start(Instant now) {
		if (this.status == CampaignStatus.RUNNING) {
			return null;
		}
		require(CampaignStatus.DRAFT, "started");
		this.startedAt = now;
		return become(CampaignStatus.RUNNING, CampaignEvent.STARTED, now);
	}

	@Nullable RecordEvent pause(Instant now) {
		if (this.status == CampaignStatus.PAUSED) {
			return null;
		}
		require(CampaignStatus.RUNNING, "paused");
		return become(CampaignStatus.PAUSED, CampaignEvent.PAUSED, now);
	}

	@Nullable RecordEvent resume(Instant now) {
		if (this.status == CampaignStatus.RUNNING) {
			return null;
		}
		require(CampaignStatus.PAUSED, "resumed");
		return become(CampaignStatus.RUNNING, CampaignEvent.RESUMED, now);
	}

	/** Ends the campaign; e-mails that were not sent yet never are. */
	@Nullable RecordEvent stop(Instant now) {
		if (this.status == CampaignStatus.STOPPED) {
			return null;
		}
		if (this.status != CampaignStatus.PAUSED) {
			require(CampaignStatus.RUNNING, "stopped");
		}
		this.endedAt = now;
		return become(CampaignStatus.STOPPED, CampaignEvent.STOPPED, now);
	}

	RecordEvent complete(Instant now) {
		require(CampaignStatus.RUNNING, "completed");
		this.endedAt = now;
		return become(CampaignStatus.COMPLETED, CampaignEvent.COMPLETED, now);
	}

	private RecordEvent become(CampaignStatus next, CampaignEvent event, Instant now) {
		this.status = next;
		changed(now);
		return event;
	}

	private void require(CampaignStatus needed, String done) {
		if (this.status != needed) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition",
					"A %s campaign can't be %s; it must be %s.".formatted(this.status, done, needed));
		}
	}

	/**
	 * Deletes the campaign.
	 * @throws ProblemException 409 if it has been started and has not ended
	 */
	@Override
	public void delete(Instant now) {
		if (this.status != CampaignStatus.DRAFT && !this.status.ended()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition",
					"A %s campaign can't be deleted; stop it first.".formatted(this.status));
		}
		super.delete(now);
	}

	/**
	 * Copies the details. What the e-mails depend on does not change after the start.
	 * @throws ProblemException 409 if it would
	 */
	@Override
	protected void apply(CampaignDetails details) {
		if (this.status != CampaignStatus.DRAFT && !details.sameMailsAs(details())) {
			throw ProblemException.of(HttpStatus.CONFLICT, "illegal-transition",
					"Only name, description and budget of a %s campaign can be changed.".formatted(this.status));
		}
		this.code = details.code();
		this.name = details.name();
		this.description = details.description();
		this.purpose = details.purpose();
		Money money = details.budget();
		this.budget = (money != null) ? money.decimal() : null;
		this.budgetCurrency = (money != null) ? money.currency() : null;
		this.segmentIds = details.segmentIds();
		this.excludedSegmentIds = details.excludedSegmentIds();
		this.unsubscribeLabel = details.unsubscribeLabel();
		this.steps = details.steps();
	}

	@Override
	public CampaignDetails details() {
		return new CampaignDetails(this.code, this.name, this.description, this.purpose, money(), this.segmentIds,
				this.excludedSegmentIds, this.unsubscribeLabel, this.steps);
	}

	private @Nullable Money money() {
		return (this.budget != null && this.budgetCurrency != null)
				? Money.of(this.budget, this.budgetCurrency).normalized() : null;
	}

	@Override
	public CampaignView view() {
		return new CampaignView(id(), version(), details(), this.status, this.startedAt, this.endedAt, createdAt(),
				updatedAt(), deletedAt());
	}

}
