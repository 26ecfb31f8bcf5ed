package io.kehu.platform.mail;

import java.util.List;

/**
 * The place of an e-mail in a conversation (RFC 5322). Identifiers are without angle
 * brackets.
 *
 * @param messageId its own identifier
 * @param references the identifiers of the e-mails before it, oldest first
 */
public record MailThread(String messageId, List<String> references) {
}
