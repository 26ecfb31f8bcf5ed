package io.kehu.customer.campaign;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.mail.Email;
import io.kehu.platform.mail.MailFailure;
import io.kehu.platform.mail.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the e-mails of campaigns, each at most once: it is claimed first, and an instance
 * that dies between the claim and the answer of the mail server leaves it as
 * {@code unknown}. Any number of instances send at the same time.
 */
@Component
class CampaignSending {

	private static final Logger log = LoggerFactory.getLogger(CampaignSending.class);

	private static final int BATCH = 100;

	private static final int MOST_ATTEMPTS = 8;

	private final MessageStore messages;

	private final CampaignRepository campaigns;

	private final MailLinks links;

	private final Mailer mailer;

	private final Clock clock;

	private final TransactionTemplate transactions;

	CampaignSending(MessageStore messages, CampaignRepository campaigns, MailLinks links, Mailer mailer, Clock clock,
			PlatformTransactionManager transactions) {
		this.messages = messages;
		this.campaigns = campaigns;
		this.links = links;
		this.mailer = mailer;
		this.clock = clock;
		this.transactions = new TransactionTemplate(transactions);
	}

	/** Sends all e-mails that are due. */
	@Scheduled(initialDelayString = "${kehu.campaign.interval:PT10S}",
			fixedDelayString = "${kehu.campaign.interval:PT10S}")
	void run() {
		this.transactions.executeWithoutResult((transaction) -> this.messages.endLost());
		boolean more = true;
		while (more) {
			List<UUID> due = Objects.requireNonNull(this.transactions.execute((status) -> this.messages.due(BATCH)));
			long handled = due.stream().filter(this::send).count();
			more = due.size() == BATCH && handled > 0;
		}
	}

	/** Returns whether the e-mail was handled in any way. */
	private boolean send(UUID id) {
		try {
			Optional<Prepared> claimed = Objects
				.requireNonNull(this.transactions.execute((transaction) -> prepare(id)));
			claimed.ifPresent((prepared) -> {
				MessageStatus outcome = deliver(prepared);
				this.transactions.executeWithoutResult((transaction) -> note(prepared, outcome));
			});
			return claimed.isPresent();
		}
		catch (RuntimeException ex) {
			log.warn("E-mail {} of a campaign could not be handled", id, ex);
			return false;
		}
	}

	/** What fails here rolls the claim back. */
	private Optional<Prepared> prepare(UUID id) {
		return this.messages.claim(id).map((claim) -> {
			CampaignDetails campaign = this.campaigns.findById(claim.campaignId()).orElseThrow().details();
			MailLinks.Of addresses = this.links.of(id);
			CampaignMail mail = CampaignMail.of(campaign, campaign.steps().get(claim.step()), claim.recipient(),
					addresses);
			return new Prepared(id, claim.attempts(),
					mail.toEmail(Objects.requireNonNull(claim.address()), messageId(id), addresses));
		});
	}

	private String messageId(UUID id) {
		return "%s.campaign@%s".formatted(id, this.mailer.sender().address().replaceFirst(".*@", ""));
	}

	private MessageStatus deliver(Prepared prepared) {
		try {
			this.mailer.send(prepared.email());
			return MessageStatus.SENT;
		}
		catch (MailException ex) {
			log.warn("E-mail {} of a campaign was not sent", prepared.id(), ex);
			return switch (MailFailure.of(ex)) {
				case TEMPORARY ->
					(prepared.attempts() + 1 < MOST_ATTEMPTS) ? MessageStatus.QUEUED : MessageStatus.FAILED;
				case REFUSED -> MessageStatus.FAILED;
				case UNCERTAIN -> MessageStatus.UNKNOWN;
			};
		}
		catch (RuntimeException ex) {
			log.error("E-mail {} of a campaign may not have been sent", prepared.id(), ex);
			return MessageStatus.UNKNOWN;
		}
	}

	private void note(Prepared prepared, MessageStatus outcome) {
		UUID id = prepared.id();
		switch (outcome) {
			case SENT -> this.messages.sent(id);
			case QUEUED -> this.messages.retry(id,
					this.clock.instant().plus(Duration.ofMinutes(1L << Math.min(prepared.attempts(), MOST_ATTEMPTS))));
			case FAILED -> this.messages.end(id, outcome, "refused");
			case UNKNOWN -> this.messages.end(id, outcome, "connection_lost");
			case SENDING, BOUNCED, SKIPPED, CANCELLED -> throw new IllegalStateException(outcome.toString());
		}
	}

	/**
	 * An e-mail that is claimed.
	 *
	 * @param attempts how often it was tried before
	 */
	private record Prepared(UUID id, int attempts, Email email) {
	}

}
