package io.kehu.customer.activity;

import java.io.IOException;
import java.time.Clock;
import java.util.Properties;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes e-mails from a folder of a mailbox, in their order and each once. They stay in
 * the folder: marked as read if they belong to a customer, and flagged if not, so that
 * people see what is left to them. One instance at a time does so.
 */
@Component
class IncomingMail {

	private static final Logger log = LoggerFactory.getLogger(IncomingMail.class);

	private static final String LEAD = "select pg_try_advisory_xact_lock(hashtextextended('activity:incoming-mail', 2))";

	private static final String TIMEOUT = "20000";

	private static final int MOST = 500;

	private final IncomingMailProperties properties;

	private final IncomingEmails emails;

	private final IncomingEmailStore store;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate leading;

	private final TransactionTemplate separate;

	private final Clock clock;

	IncomingMail(IncomingMailProperties properties, IncomingEmails emails, IncomingEmailStore store, JdbcTemplate jdbc,
			PlatformTransactionManager transactions, Clock clock) {
		this.properties = properties;
		this.emails = emails;
		this.store = store;
		this.jdbc = jdbc;
		this.leading = new TransactionTemplate(transactions);
		this.separate = new TransactionTemplate(transactions);
		this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
	}

	/**
	 * Takes all new e-mails, unless another instance is doing so. What could not be taken
	 * is left for the next time.
	 */
	@Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT30S")
	void run() {
		String host = this.properties.host();
		if (host != null) {
			this.leading.executeWithoutResult((transaction) -> {
				if (Boolean.TRUE.equals(this.jdbc.queryForObject(LEAD, Boolean.class))) {
					takeAll(host);
				}
			});
		}
	}

	private void takeAll(String host) {
		try (Store mailbox = session().getStore(protocol())) {
			mailbox.connect(host, this.properties.port(), this.properties.user(), this.properties.password());
			try (Folder folder = mailbox.getFolder(this.properties.folder())) {
				folder.open(Folder.READ_WRITE);
				takeAll(folder, (UIDFolder) folder);
			}
		}
		catch (MessagingException ex) {
			log.warn("The mailbox {} could not be read; it will be tried again", this.properties.name(), ex);
		}
	}

	private String protocol() {
		return this.properties.tls() ? "imaps" : "imap";
	}

	private Session session() {
		Properties settings = new Properties();
		for (String name : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			settings.setProperty("mail.%s.%s".formatted(protocol(), name), TIMEOUT);
		}
		settings.setProperty("mail.%s.peek".formatted(protocol()), "true");
		settings.setProperty("mail.%s.ssl.checkserveridentity".formatted(protocol()), "true");
		settings.setProperty("mail.mime.address.strict", "false");
		return Session.getInstance(settings);
	}

	private void takeAll(Folder folder, UIDFolder uids) throws MessagingException {
		long validity = uids.getUIDValidity();
		long last = this.store.findPosition(this.properties.name(), validity).orElse(0L);
		int taken = 0;
		for (Message message : uids.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
			long uid = uids.getUID(message);
			// The range includes the last message even if it is before the first
			if (uid > last && taken < MOST && message instanceof MimeMessage mime) {
				boolean known = take(folder, mime, validity, uid);
				message.setFlag(known ? Flags.Flag.SEEN : Flags.Flag.FLAGGED, true);
				taken++;
			}
		}
	}

	/**
	 * Takes an e-mail together with the position after it. One that can never be taken is
	 * left out, so that it does not hold up those after it.
	 * @return whether it belongs to any customer
	 */
	private boolean take(Folder folder, MimeMessage message, long validity, long uid) throws MessagingException {
		String otherwise = "%d-%d@%s".formatted(validity, uid, this.properties.host());
		try {
			IncomingEmail email = MimeReading.read(message, otherwise, this.clock.instant());
			return Boolean.TRUE.equals(this.separate.execute((transaction) -> {
				this.store.advance(this.properties.name(), validity, uid);
				return this.emails.add(email);
			}));
		}
		catch (DataAccessException | TransactionException ex) {
			if (!(ex instanceof NonTransientDataAccessException) || ex instanceof DataAccessResourceFailureException) {
				throw ex;
			}
			log.error("The e-mail {} cannot be stored; it is flagged", otherwise, ex);
		}
		catch (MessagingException | IOException ex) {
			if (!folder.isOpen()) {
				throw new MessagingException("The connection has ended", ex);
			}
			log.warn("The e-mail {} cannot be read; it is flagged", otherwise, ex);
		}
		this.separate.executeWithoutResult((transaction) -> this.store.advance(this.properties.name(), validity, uid));
		return false;
	}

}
