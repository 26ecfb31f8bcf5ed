package io.kehu.platform.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.record.NotedChange;
import io.kehu.platform.record.NotedChanges;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores the events of changes and their deliveries to webhooks in the transaction of the
 * changes, so that none is lost and none is sent of a change that was not committed.
 */
final class WebhookPublisher implements NotedChanges {

	private final WebhookStore webhooks;

	private final DeliveryStore deliveries;

	private final String source;

	private final JsonMapper json;

	private final Clock clock;

	/**
	 * Creates a publisher.
	 * @param service the name of the service
	 */
	WebhookPublisher(WebhookStore webhooks, DeliveryStore deliveries, String service, JsonMapper json, Clock clock) {
		this.webhooks = webhooks;
		this.deliveries = deliveries;
		this.source = "/kehu/" + service;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public void noted(List<NotedChange> changes) {
		List<WebhookView> active = this.webhooks.findActive();
		if (active.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		List<WebhookMessage> messages = changes.stream().map((change) -> message(change, now)).toList();
		this.deliveries.addMessages(messages, now);
		for (WebhookView webhook : active) {
			List<UUID> selected = new ArrayList<>();
			messages.stream()
				.filter((message) -> webhook.details().selects(message.type(), message.fields()))
				.forEach((message) -> selected.add(message.id()));
			this.deliveries.addDeliveries(webhook.id(), selected, now);
		}
	}

	private WebhookMessage message(NotedChange change, Instant now) {
		UUID id = Ids.next();
		Map<String, Object> event = new LinkedHashMap<>();
		event.put("specversion", "1.0");
		event.put("id", id);
		event.put("source", this.source);
		event.put("type", change.event().type());
		event.put("subject", change.event().key());
		event.put("time", now);
		event.put("datacontenttype", "application/json");
		event.put("aggregateversion", Long.toString(change.event().version()));
		event.put("changedfields", String.join(",", change.fields()));
		if (change.event().data() != null) {
			event.put("data", change.event().data());
		}
		return new WebhookMessage(id, change.event().type(), change.event().key(), change.fields(),
				this.json.writeValueAsString(event));
	}

}
