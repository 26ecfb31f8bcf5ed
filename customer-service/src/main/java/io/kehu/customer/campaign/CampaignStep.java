package io.kehu.customer.campaign;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An e-mail of a campaign.
 *
 * @param afterDays how many days after the start it is sent, 0 to 365
 * @param subject the template of the subject
 * @param text the template of the text; see {@link MailTemplate}
 */
record CampaignStep(@Min(0) @Max(365) int afterDays, @NotBlank @Size(max = 200) String subject,
		@NotBlank @Size(max = 50_000) String text) {

	CampaignStep {
		subject = Texts.visible(subject);
	}

}
