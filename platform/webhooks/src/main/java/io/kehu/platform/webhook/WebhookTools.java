package io.kehu.platform.webhook;

import java.time.Clock;
import java.time.Duration;

import io.kehu.platform.history.History;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.query.Cursors;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.transaction.support.TransactionOperations;

/**
 * What webhooks are declared with.
 *
 * @param rules decides which addresses are allowed
 * @param rotation how long a former secret still signs
 */
record WebhookTools(AddressRules rules, Duration rotation, History history, RequestJson requests, JsonMapper json,
		Cursors cursors, TransactionOperations transactions, Clock clock) {
}
