package io.kehu.customer.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kehu.platform.history.History;
import io.kehu.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline of a customer, with the member that belongs to its kind.
 *
 * @param at when it happened or is to happen: for a task when it is due, for another
 * activity when it takes place, for an order the beginning of its day in UTC
 * @param id the id of the activity, the case, the order, the merge or the e-mail; of a
 * change, that of the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(Instant at, TimelineKind kind, UUID id, @Nullable ActivityEntry activity,
		@JsonProperty("case") @Nullable CaseEntry supportCase, @Nullable OrderEntry order, @Nullable MergeEntry merge,
		@Nullable CampaignEntry campaign, History.@Nullable Entry change) {

	/**
	 * An activity.
	 *
	 * @param kind its kind, for example {@code call}
	 * @param completedAt when a task was completed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ActivityEntry(String kind, String subject, String visibility, @Nullable String direction,
			@Nullable UUID ownerId, @Nullable UUID contactId, @Nullable Instant dueAt, @Nullable Instant completedAt) {
	}

	/**
	 * A case, at the time at which it was opened.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CaseEntry(long number, String subject, String status, String priority, @Nullable UUID assigneeId) {
	}

	/**
	 * An order. What is unknown of one that was received by an earlier version is absent.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record OrderEntry(@Nullable String number, LocalDate orderDate, @Nullable String status, @Nullable Money total) {
	}

	/**
	 * An e-mail of a campaign, at the time at which it was sent.
	 *
	 * @param step the step of the campaign, counted from 0
	 * @param status what has become of it, for example {@code sent} or {@code bounced}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record CampaignEntry(UUID campaignId, String code, String name, int step, String status, @Nullable UUID contactId,
			@Nullable Instant openedAt, @Nullable Instant clickedAt) {
	}

	/**
	 * A merge of other customers into this one.
	 *
	 * @param undoneAt when it was undone, absent while it holds
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record MergeEntry(List<UUID> merged, String mergedBy, @Nullable Instant undoneAt) {
	}

}
