package io.kehu.platform.webhook;

import java.util.List;
import java.util.UUID;

/**
 * An event as it is sent to webhooks.
 *
 * @param id the identifier of the event, which is that of the message at each receiver
 * @param fields the members that have changed
 * @param content the event as JSON (CloudEvents in structured mode)
 */
record WebhookMessage(UUID id, String type, UUID subject, List<String> fields, String content) {
}
