package io.kehu.platform.mail;

/**
 * Delivers e-mails.
 */
public interface Mailer {

	/**
	 * Delivers an e-mail.
	 * @throws org.springframework.mail.MailException if it can't be delivered
	 */
	void send(Email email);

	/** Returns the sender of all e-mails. */
	MailParty sender();

}
