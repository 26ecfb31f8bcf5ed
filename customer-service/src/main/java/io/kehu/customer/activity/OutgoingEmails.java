package io.kehu.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.mail.Mailer;
import io.kehu.platform.record.RecordEvent;
import io.kehu.platform.record.RecordStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers the e-mails that are queued. Each is held by one instance while it is being
 * sent. If that instance dies after the mail server has accepted the e-mail, it is sent
 * again with the same identifier, by which mailboxes recognize it.
 */
@Component
class OutgoingEmails {

	private static final Logger log = LoggerFactory.getLogger(OutgoingEmails.class);

	private static final int BATCH = 100;

	private final RecordStore<ActivityDetails, Activity, ActivityView> activities;

	private final ActivityRepository repository;

	private final Mailer mailer;

	private final Clock clock;

	private final TransactionTemplate transactions;

	OutgoingEmails(RecordStore<ActivityDetails, Activity, ActivityView> activities, ActivityRepository repository,
			Mailer mailer, Clock clock, PlatformTransactionManager transactions) {
		this.activities = activities;
		this.repository = repository;
		this.mailer = mailer;
		this.clock = clock;
		this.transactions = new TransactionTemplate(transactions);
	}

	/** Delivers all e-mails whose time has come. */
	@Scheduled(initialDelayString = "${kehu.activity.outgoing-mail.interval:PT5S}",
			fixedDelayString = "${kehu.activity.outgoing-mail.interval:PT5S}")
	void run() {
		boolean more = true;
		while (more) {
			List<UUID> due = this.repository.findQueued(this.clock.instant(), BATCH);
			long handled = due.stream().filter(this::deliver).count();
			more = due.size() == BATCH && handled > 0;
		}
	}

	private boolean deliver(UUID id) {
		try {
			return Boolean.TRUE.equals(this.transactions
				.execute((transaction) -> this.repository.holdQueued(id, this.clock.instant()).map((email) -> {
					ActivityView before = email.view();
					RecordEvent event = send(email);
					if (event != null) {
						this.activities.record(event, email, before);
					}
					return true;
				}).orElse(false)));
		}
		catch (RuntimeException ex) {
			log.warn("E-mail {} could not be handled; it will be tried again", id, ex);
			return false;
		}
	}

	private @Nullable RecordEvent send(Activity email) {
		try {
			this.mailer.send(email.toEmail());
			return email.sent(now());
		}
		catch (MailParseException | MailPreparationException ex) {
			log.warn("E-mail {} cannot be sent", email.id(), ex);
			return email.notSent(true, now());
		}
		catch (MailException ex) {
			log.warn("E-mail {} could not be sent", email.id(), ex);
			return email.notSent(false, now());
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

}
