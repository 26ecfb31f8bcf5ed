package io.kehu.auth.mail;

/**
 * Brings letters on their way.
 */
public interface Mailer {

	/**
	 * Hands a letter over.
	 * @throws org.springframework.mail.MailException when it cannot be handed over
	 */
	void send(Letter letter);

}
