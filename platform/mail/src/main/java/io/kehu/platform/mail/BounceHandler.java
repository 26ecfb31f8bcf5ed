package io.kehu.platform.mail;

/**
 * Handles reports that e-mails were not delivered.
 */
@FunctionalInterface
public interface BounceHandler {

	/**
	 * Handles a report.
	 * @return whether it sent the e-mail
	 */
	boolean handle(Bounce bounce);

}
