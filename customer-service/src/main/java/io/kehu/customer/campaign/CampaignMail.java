package io.kehu.customer.campaign;

import java.util.List;
import java.util.Map;

import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.MailParty;
import io.kehu.platform.mail.MailThread;

import org.springframework.web.util.HtmlUtils;

/**
 * An e-mail of a campaign to one recipient.
 *
 * @param subject the subject
 * @param text the plain text, with the link to unsubscribe
 * @param html the same as HTML
 */
record CampaignMail(String subject, String text, String html) {

	/** Returns the e-mail as it is sent, with addresses by which responses are known. */
	static CampaignMail of(CampaignDetails campaign, CampaignStep step, Recipient recipient, MailLinks.Of links) {
		return of(campaign, step, recipient, links, "<img src=\"%s\" width=\"1\" height=\"1\" alt=\"\">"
			.formatted(HtmlUtils.htmlEscape(links.open(), "UTF-8")));
	}

	/** Returns the e-mail as it would be sent, with the addresses of the template. */
	static CampaignMail preview(CampaignDetails campaign, CampaignStep step, Recipient recipient) {
		return of(campaign, step, recipient, MailLinks.Of.template(new MailTemplate(step.text()).links()), "");
	}

	private static CampaignMail of(CampaignDetails campaign, CampaignStep step, Recipient recipient, MailLinks.Of links,
			String pixel) {
		MailTemplate template = new MailTemplate(step.text());
		String label = campaign.unsubscribeLabel();
		return new CampaignMail(new MailTemplate(step.subject()).line(recipient),
				"%s\n\n-- \n%s: %s\n".formatted(template.text(recipient, links::link), label, links.unsubscribe()),
				"<!DOCTYPE html>\n<html><body>\n%s\n<hr>\n<p><a href=\"%s\">%s</a></p>\n%s\n</body></html>\n".formatted(
						template.html(recipient, links::link), HtmlUtils.htmlEscape(links.unsubscribe(), "UTF-8"),
						HtmlUtils.htmlEscape(label, "UTF-8"), pixel));
	}

	/**
	 * Returns the e-mail to deliver, which can be unsubscribed from with one click (RFC
	 * 8058).
	 * @param messageId its identifier
	 */
	Email toEmail(String address, String messageId, MailLinks.Of links) {
		return new Email(List.of(new MailParty(address, null)), List.of(), this.subject, this.text,
				new MailThread(messageId, List.of()), true, this.html, Map.of("List-Unsubscribe",
						"<" + links.unsubscribe() + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
	}

}
