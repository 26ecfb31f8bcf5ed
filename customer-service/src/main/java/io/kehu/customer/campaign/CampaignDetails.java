package io.kehu.customer.campaign;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a campaign.
 *
 * @param code a short code, unique; orders that result from the campaign carry it
 * @param purpose the purpose that recipients must have consented to, for example
 * {@code newsletter}
 * @param segmentIds the segments whose members are to be reached
 * @param excludedSegmentIds the segments whose members are not
 * @param unsubscribeLabel the text of the link below each e-mail, by default
 * {@code Unsubscribe}
 * @param steps its e-mails
 */
record CampaignDetails(@NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,39}") String code,
		@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 5000) String description,
		@NotNull @Pattern(regexp = "[a-z][a-z0-9_-]{0,49}") String purpose, @Nullable Money budget,
		@NotEmpty @Size(max = 20) List<@NotNull UUID> segmentIds,
		@Size(max = 20) List<@NotNull UUID> excludedSegmentIds, @Size(min = 1, max = 100) String unsubscribeLabel,
		@NotEmpty @Size(max = 20) List<@NotNull @Valid CampaignStep> steps) {

	CampaignDetails {
		name = Texts.visible(name);
		description = Texts.orNull(description);
		budget = (budget != null) ? budget.normalized() : null;
		excludedSegmentIds = (excludedSegmentIds != null) ? excludedSegmentIds : List.of();
		unsubscribeLabel = (unsubscribeLabel != null) ? Texts.visible(unsubscribeLabel) : "Unsubscribe";
	}

	/** Returns whether the others lead to the same e-mails to the same people. */
	boolean sameMailsAs(CampaignDetails other) {
		return this.code.equals(other.code) && this.purpose.equals(other.purpose)
				&& this.segmentIds.equals(other.segmentIds) && this.excludedSegmentIds.equals(other.excludedSegmentIds)
				&& this.unsubscribeLabel.equals(other.unsubscribeLabel) && this.steps.equals(other.steps);
	}

}
