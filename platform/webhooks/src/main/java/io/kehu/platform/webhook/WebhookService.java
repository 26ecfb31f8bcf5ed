package io.kehu.platform.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.kehu.platform.history.Change;
import io.kehu.platform.history.History;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;

/**
 * Declares webhooks and controls their deliveries.
 */
final class WebhookService {

	static final String SUBJECT = "webhook";

	private static final int MOST = 200;

	private static final int CHUNK = 500;

	private final WebhookStore webhooks;

	private final DeliveryStore deliveries;

	private final WebhookTools tools;

	WebhookService(WebhookStore webhooks, DeliveryStore deliveries, WebhookTools tools) {
		this.webhooks = webhooks;
		this.deliveries = deliveries;
		this.tools = tools;
	}

	WebhookView get(UUID id) {
		return this.webhooks.find(id).orElseThrow(() -> missing(id));
	}

	List<WebhookView> all() {
		return this.webhooks.findAll();
	}

	WebhookView add(WebhookDetails details) {
		WebhookUrl.checked(details.url(), this.tools.rules());
		WebhookSecret secret = WebhookSecret.random();
		return inTransaction(() -> {
			UUID id = Ids.next();
			this.webhooks.add(id, details, secret, Callers.current().getName(), now());
			return noted("added", null, get(id));
		}).with(secret);
	}

	WebhookView patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		return changed(id, expected, "changed", (view) -> {
			WebhookDetails details = this.tools.requests()
				.merge(view.details(), WebhookView.class, () -> view, patch, WebhookDetails.class);
			if (details.equals(view.details())) {
				return false;
			}
			if (!details.url().equals(view.details().url())) {
				WebhookUrl.checked(details.url(), this.tools.rules());
			}
			this.webhooks.change(id, details, now());
			return true;
		});
	}

	/** Makes a webhook receive events again whose receiver had unsubscribed. */
	WebhookView activate(UUID id, ExpectedVersion expected) {
		return changed(id, expected, "activated", (view) -> this.webhooks.mark(id, WebhookStatus.ACTIVE, now()));
	}

	WebhookView rotate(UUID id, ExpectedVersion expected) {
		WebhookSecret secret = WebhookSecret.random();
		return changed(id, expected, "secret-rotated", (view) -> {
			this.webhooks.rotate(id, secret, now().plus(this.tools.rotation()), now());
			return true;
		}).with(secret);
	}

	void delete(UUID id, ExpectedVersion expected) {
		inTransaction(() -> {
			WebhookView view = this.webhooks.hold(id).orElseThrow(() -> missing(id));
			expected.check(view.version());
			this.webhooks.delete(id);
			ObjectNode before = tree(view);
			this.tools.history()
				.append(List.of(new History.Line(SUBJECT, id, view.version() + 1, "deleted",
						Change.between(before, this.tools.json().createObjectNode()))));
			return view;
		});
	}

	List<History.Entry> history(UUID id) {
		get(id);
		return this.tools.history().of(SUBJECT, id, null, MOST);
	}

	Page<DeliveryView> deliveries(UUID id, @Nullable String status, @Nullable String cursor, int limit) {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST));
		}
		DeliveryState state = (status != null) ? state(status) : null;
		get(id);
		String list = "deliveries of " + id + state;
		UUID before = (cursor != null) ? UUID.fromString(this.tools.cursors().read("cursor", cursor, list).get(0))
				: null;
		List<DeliveryView> found = this.deliveries.findAll(id, before, state, limit + 1);
		if (found.size() <= limit) {
			return Page.whole(found);
		}
		List<DeliveryView> items = found.subList(0, limit);
		return new Page<>(items, this.tools.cursors().write(List.of(items.get(limit - 1).id()), list), null);
	}

	private static DeliveryState state(String name) {
		try {
			return DeliveryState.valueOf(name.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalidParameter("status", "unknown_value", "must be waiting, delivered or dead");
		}
	}

	/**
	 * Has a dead delivery tried again.
	 * @throws ProblemException 409 if it is not dead, or the receiver has unsubscribed
	 */
	DeliveryView redrive(UUID id, UUID delivery) {
		requireActive(id);
		if (this.deliveries.find(id, delivery).isEmpty()) {
			throw ProblemException.notFound("delivery", delivery);
		}
		if (this.deliveries.redrive(id, delivery, now()) == 0) {
			throw ProblemException.conflict("/status", "not_dead", "only a dead delivery can be redriven");
		}
		return this.deliveries.find(id, delivery).orElseThrow();
	}

	/** Has all dead deliveries of a webhook tried again. */
	Sent redriveAll(UUID id) {
		requireActive(id);
		return new Sent(this.deliveries.redrive(id, null, now()));
	}

	/** Sends all events again that were stored since a time and are still selected. */
	Sent replay(UUID id, Replay replay) {
		return inTransaction(() -> {
			WebhookView webhook = requireActive(id);
			Instant now = now();
			Instant after = replay.from().minusNanos(1000);
			UUID last = new UUID(-1, -1);
			int sent = 0;
			List<DeliveryStore.Stored> found;
			do {
				found = this.deliveries.findMessages(after, last, now, CHUNK);
				List<UUID> selected = new ArrayList<>();
				for (DeliveryStore.Stored one : found) {
					after = one.time();
					last = one.message().id();
					if (webhook.details().selects(one.message().type(), one.message().fields())) {
						selected.add(last);
					}
				}
				this.deliveries.addDeliveries(id, selected, now);
				sent += selected.size();
			}
			while (found.size() == CHUNK);
			return new Sent(sent);
		});
	}

	private WebhookView requireActive(UUID id) {
		WebhookView webhook = get(id);
		if (webhook.status() != WebhookStatus.ACTIVE) {
			throw ProblemException.of(HttpStatus.CONFLICT, "unsubscribed",
					"The receiver has unsubscribed; activate the webhook first.");
		}
		return webhook;
	}

	private WebhookView changed(UUID id, ExpectedVersion expected, String action,
			Function<WebhookView, Boolean> change) {
		return inTransaction(() -> {
			WebhookView before = this.webhooks.hold(id).orElseThrow(() -> missing(id));
			expected.check(before.version());
			return change.apply(before) ? noted(action, before, get(id)) : before;
		});
	}

	private WebhookView noted(String action, @Nullable WebhookView before, WebhookView after) {
		this.tools.history()
			.append(List.of(new History.Line(SUBJECT, after.id(), after.version(), action,
					Change.between((before != null) ? tree(before) : null, tree(after)))));
		return after;
	}

	private ObjectNode tree(WebhookView view) {
		return this.tools.json().valueToTree(view);
	}

	private <T> T inTransaction(Supplier<T> work) {
		T result = this.tools.transactions().execute((transaction) -> work.get());
		return Objects.requireNonNull(result);
	}

	private Instant now() {
		return this.tools.clock().instant();
	}

	private static ProblemException missing(UUID id) {
		return ProblemException.notFound(SUBJECT, id);
	}

}
