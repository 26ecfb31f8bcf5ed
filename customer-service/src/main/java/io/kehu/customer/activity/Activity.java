package io.kehu.customer.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.Guarded;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.MailParty;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or is to be done for a customer. Callers with access to the
 * customer have access to the activity, as far as its visibility allows it.
 */
@Entity
@Guarded(table = "activity", read = "activity:read", write = "activity:write", delete = "activity:delete",
		personal = "customer:pii", parent = "customer", parentId = "customer_id",
		visibleTo = { "owner_id", "assignee_id" })
class Activity extends DetailedRecord<ActivityDetails, ActivityView> implements Keyed {

	@Enumerated(EnumType.STRING)
	private ActivityKind kind;

	private UUID customerId;

	private @Nullable UUID contactId;

	private String subject;

	private @Nullable String text;

	private @Nullable Instant occursAt;

	private @Nullable Instant endsAt;

	private @Nullable String location;

	@Enumerated(EnumType.STRING)
	private @Nullable Direction direction;

	private @Nullable Instant dueAt;

	private @Nullable UUID assigneeId;

	private @Nullable Integer reminder;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private @Nullable Repetition repetition;

	/** The date from which those of a task that repeats are counted. */
	private @Nullable Instant repeatsFrom;

	private @Nullable Instant remindAt;

	private @Nullable Instant completedAt;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private @Nullable EmailDetails email;

	@Enumerated(EnumType.STRING)
	private @Nullable DeliveryStatus delivery;

	private @Nullable Instant sentAt;

	@OptimisticLock(excluded = true)
	private int deliveryAttempts;

	/** When an attempt is due; not part of the record's version. */
	@OptimisticLock(excluded = true)
	private @Nullable Instant nextAttemptAt;

	@Enumerated(EnumType.STRING)
	private Visibility visibility;

	@Embedded
	private @Nullable Ownership ownership;

	@ElementCollection
	@CollectionTable(name = "activity_external_id", joinColumns = @JoinColumn(name = "activity_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Activity() {
	}

	@SuppressWarnings("NullAway.Init")
	Activity(ActivityDetails details, Instant now) {
		super(now);
		apply(details);
	}

	/**
	 * Completes a task. One that repeats moves to its next date instead, until there is
	 * none.
	 * @throws ProblemException 409 if this is not a task
	 */
	@Nullable RecordEvent complete(Instant now) {
		checkTask();
		if (this.completedAt != null) {
			return null;
		}
		Instant next = nextDate(now);
		if (next != null) {
			this.dueAt = next;
			schedule();
		}
		else {
			this.completedAt = now;
			this.remindAt = null;
		}
		changed(now);
		return ActivityEvent.COMPLETED;
	}

	/** Returns the first date after the present one that is not past, or null. */
	private @Nullable Instant nextDate(Instant now) {
		if (this.repetition == null || this.repeatsFrom == null || this.dueAt == null) {
			return null;
		}
		return this.repetition.next(this.repeatsFrom, this.dueAt.isAfter(now) ? this.dueAt : now).orElse(null);
	}

	/**
	 * Opens a completed task again. A reminder that is past is not repeated.
	 * @throws ProblemException 409 if this is not a task
	 */
	@Nullable RecordEvent reopen(Instant now) {
		checkTask();
		if (this.completedAt == null) {
			return null;
		}
		this.completedAt = null;
		schedule();
		this.remindAt = (this.remindAt != null && this.remindAt.isAfter(now)) ? this.remindAt : null;
		changed(now);
		return ActivityEvent.REOPENED;
	}

	/** Notes that the assignee is reminded of the task. */
	RecordEvent remind(Instant now) {
		this.remindAt = null;
		changed(now);
		return ActivityEvent.REMINDED;
	}

	/**
	 * Queues an e-mail for delivery. Has no effect if it is queued or sent already.
	 * @param sender the sender, at whose domain its identifier is
	 * @throws ProblemException 409 if this is not the draft of an e-mail
	 */
	@Nullable RecordEvent send(MailParty sender, Instant now) {
		if (this.email == null || this.direction != Direction.OUTBOUND) {
			throw ProblemException.conflict("/direction", "not_outbound", "only an outbound e-mail can be sent");
		}
		if (isFixed()) {
			return null;
		}
		if (this.email.to().isEmpty()) {
			throw ProblemException.conflict("/email/to", "required", "must name a recipient");
		}
		if (this.delivery == null && this.email.messageId() != null) {
			throw ProblemException.conflict("/email/messageId", "not_a_draft", "belongs to an e-mail that was sent");
		}
		this.email = this.email.sentBy(new Correspondent(sender.address(), sender.name()),
				id() + "@" + sender.address().replaceFirst(".*@", ""));
		this.delivery = DeliveryStatus.QUEUED;
		this.deliveryAttempts = 0;
		this.nextAttemptAt = now;
		changed(now);
		return ActivityEvent.QUEUED;
	}

	/** Returns the e-mail to deliver. */
	Email toEmail() {
		return Objects.requireNonNull(this.email).toEmail(this.subject, Objects.requireNonNullElse(this.text, ""));
	}

	RecordEvent sent(Instant now) {
		this.delivery = DeliveryStatus.SENT;
		this.sentAt = now;
		this.nextAttemptAt = null;
		changed(now);
		return ActivityEvent.SENT;
	}

	/**
	 * Notes that the e-mail could not be delivered.
	 * @param hopeless whether another attempt would fail, too
	 * @return the event if it was the last attempt, otherwise null
	 */
	@Nullable RecordEvent notSent(boolean hopeless, Instant now) {
		this.deliveryAttempts++;
		this.nextAttemptAt = hopeless ? null : DeliveryPauses.next(this.deliveryAttempts, now);
		if (this.nextAttemptAt != null) {
			return null;
		}
		this.delivery = DeliveryStatus.FAILED;
		changed(now);
		return ActivityEvent.FAILED;
	}

	/**
	 * Changes the activity to these details.
	 * @throws ProblemException 409 if it is an e-mail whose content cannot change any
	 * more
	 */
	@Override
	public boolean change(ActivityDetails details, Instant now) {
		if (isFixed() && !details.hasContentOf(details())) {
			throw ProblemException.conflict("/email", "sent", "cannot be changed, since it was sent");
		}
		return super.change(details, now);
	}

	/** Returns whether others receive its content as it is. */
	private boolean isFixed() {
		return this.delivery == DeliveryStatus.QUEUED || this.delivery == DeliveryStatus.SENT;
	}

	private void checkTask() {
		if (this.kind != ActivityKind.TASK) {
			throw ProblemException.conflict("/kind", "not_a_task", "only a task can be completed or reopened");
		}
	}

	private void schedule() {
		this.remindAt = (this.dueAt != null && this.reminder != null && this.completedAt == null)
				? this.dueAt.minus(Duration.ofMinutes(this.reminder)) : null;
	}

	@Override
	protected void apply(ActivityDetails details) {
		boolean moved = !Objects.equals(this.dueAt, details.dueAt());
		boolean repeats = !Objects.equals(this.repetition, details.repeat());
		boolean reminds = !Objects.equals(this.reminder, details.reminder());
		this.kind = details.kind();
		this.customerId = details.customerId();
		this.contactId = details.contactId();
		this.subject = details.subject();
		this.text = details.text();
		this.occursAt = details.occursAt();
		this.endsAt = details.endsAt();
		this.location = details.location();
		this.direction = details.direction();
		this.dueAt = details.dueAt();
		this.assigneeId = details.assigneeId();
		this.reminder = details.reminder();
		this.repetition = details.repeat();
		this.email = details.email();
		this.visibility = details.visibility();
		this.ownership = details.ownership();
		ExternalId.replace(this.externalIds, details.externalIds());
		if (moved || repeats) {
			this.repeatsFrom = (details.repeat() != null) ? details.dueAt() : null;
		}
		if (moved || reminds) {
			schedule();
		}
	}

	@Override
	public ActivityDetails details() {
		return new ActivityDetails(this.kind, this.customerId, this.contactId, this.subject, this.text, this.occursAt,
				this.endsAt, this.location, this.direction, this.dueAt, this.assigneeId, this.reminder, this.repetition,
				this.email, this.visibility, ExternalId.sorted(this.externalIds), Ownership.orNone(this.ownership));
	}

	@Override
	public ActivityView view() {
		return new ActivityView(id(), version(), details(), this.remindAt, this.completedAt, this.delivery, this.sentAt,
				createdAt(), updatedAt(), deletedAt());
	}

}
