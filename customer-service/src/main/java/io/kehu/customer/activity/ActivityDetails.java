package io.kehu.customer.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kehu.platform.access.Owned;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.access.Visibility;
import io.kehu.platform.json.Texts;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of an activity: the body of a create, an upsert or a bulk
 * line, and the target of a merge patch.
 *
 * @param contactId a contact at the customer, or null
 * @param occursAt when it took or takes place, or null for its creation; not of tasks
 * @param endsAt when a call or a meeting ends, or null
 * @param direction of a call or an e-mail
 * @param dueAt when a task is due, or null
 * @param assigneeId the user who is to do a task, or null
 * @param reminder how many minutes before it is due to remind of a task, or null
 * @param repeat how a task repeats, or null
 * @param email of an e-mail only
 * @param visibility who sees it among the users with access to the customer, all of them
 * by default
 */
record ActivityDetails(@NotNull ActivityKind kind, @NotNull UUID customerId, @Nullable UUID contactId,
		@NotBlank @Size(max = 500) String subject, @Nullable @Size(max = 100_000) String text,
		@Nullable Instant occursAt, @Nullable Instant endsAt, @Nullable @Size(max = 500) String location,
		@Nullable Direction direction, @Nullable Instant dueAt, @Nullable UUID assigneeId,
		@Nullable @Min(0) @Max(525_600) Integer reminder, @Nullable @Valid Repetition repeat,
		@Nullable @Valid EmailDetails email, Visibility visibility,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
		@JsonUnwrapped Ownership ownership) implements KeyedDetails<ActivityDetails>, Owned<ActivityDetails> {

	ActivityDetails {
		subject = Texts.strip(subject);
		location = Texts.orNull(location);
		visibility = (visibility != null) ? visibility : Visibility.ALL;
		externalIds = (externalIds != null) ? externalIds : List.of();
		ownership = Ownership.orNone(ownership);
	}

	@Override
	public ActivityDetails ownedBy(Ownership other) {
		return new ActivityDetails(this.kind, this.customerId, this.contactId, this.subject, this.text, this.occursAt,
				this.endsAt, this.location, this.direction, this.dueAt, this.assigneeId, this.reminder, this.repeat,
				this.email, this.visibility, this.externalIds, other);
	}

	/** Returns whether what others receive as an e-mail is the same. */
	boolean hasContentOf(ActivityDetails other) {
		return this.subject.equals(other.subject) && Objects.equals(this.text, other.text)
				&& this.direction == other.direction && Objects.equals(this.email, other.email);
	}

}
