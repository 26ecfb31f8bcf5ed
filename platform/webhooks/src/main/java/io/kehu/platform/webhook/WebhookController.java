package io.kehu.platform.webhook;

import java.util.UUID;

import io.kehu.platform.history.History;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.RecordAnswers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the webhooks of a service. They send all records, regardless of their
 * owners, so that only administrators declare them.
 */
@RestController
@RequestMapping("/api/v1/${spring.application.name}/webhooks")
class WebhookController {

	private static final String READ = "hasAuthority('webhook:read')";

	private static final String WRITE = "hasAuthority('webhook:write')";

	private final WebhookService webhooks;

	private final String path;

	WebhookController(WebhookService webhooks, String service) {
		this.webhooks = webhooks;
		this.path = "/api/v1/" + service + "/webhooks/";
	}

	@Operation(summary = "All webhooks")
	@GetMapping
	@PreAuthorize(READ)
	Page<WebhookView> listWebhooks() {
		return Page.whole(this.webhooks.all());
	}

	@Operation(summary = "Add a webhook; its secret is shown only once")
	@PostMapping
	@PreAuthorize(WRITE)
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	ResponseEntity<WebhookView> addWebhook(@Valid @RequestBody WebhookDetails details,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String replayed) {
		refuse(replayed);
		WebhookView added = this.webhooks.add(details);
		return RecordAnswers.created(this.path + added.id(), added, added.version());
	}

	@Operation(summary = "A webhook")
	@GetMapping("/{id}")
	@PreAuthorize(READ)
	ResponseEntity<WebhookView> getWebhook(@PathVariable UUID id) {
		return answer(this.webhooks.get(id));
	}

	@Operation(summary = "Change a webhook by a merge patch (RFC 7396)")
	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	ResponseEntity<WebhookView> changeWebhook(@PathVariable UUID id, ExpectedVersion expected,
			@RequestBody JsonNode patch) {
		return answer(this.webhooks.patch(id, expected, patch));
	}

	@Operation(summary = "Delete a webhook with the log of its deliveries")
	@DeleteMapping("/{id}")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void deleteWebhook(@PathVariable UUID id, ExpectedVersion expected) {
		this.webhooks.delete(id, expected);
	}

	@Operation(summary = "Replace the secret of a webhook; the one before also signs for a while")
	@PostMapping("/{id}/rotate-secret")
	@PreAuthorize(WRITE)
	ResponseEntity<WebhookView> rotateWebhookSecret(@PathVariable UUID id, ExpectedVersion expected,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String replayed) {
		refuse(replayed);
		return answer(this.webhooks.rotate(id, expected));
	}

	@Operation(summary = "Activate a webhook again whose receiver has unsubscribed")
	@PostMapping("/{id}/activate")
	@PreAuthorize(WRITE)
	ResponseEntity<WebhookView> activateWebhook(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.webhooks.activate(id, expected));
	}

	@Operation(summary = "What was changed of a webhook, when and by whom")
	@GetMapping("/{id}/history")
	@PreAuthorize(READ)
	Page<History.Entry> listWebhookChanges(@PathVariable UUID id) {
		return Page.whole(this.webhooks.history(id));
	}

	@Operation(summary = "The deliveries to a webhook, latest first")
	@GetMapping("/{id}/deliveries")
	@PreAuthorize(READ)
	Page<DeliveryView> listDeliveries(@PathVariable UUID id,
			@Parameter(description = "waiting, delivered or dead") @RequestParam(
					required = false) @Nullable String status,
			@Parameter(description = "Where the page before ended") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
		return this.webhooks.deliveries(id, status, cursor, limit);
	}

	@Operation(summary = "Have a dead delivery tried again")
	@PostMapping("/{id}/deliveries/{deliveryId}/redrive")
	@PreAuthorize(WRITE)
	DeliveryView redriveDelivery(@PathVariable UUID id, @PathVariable UUID deliveryId) {
		return this.webhooks.redrive(id, deliveryId);
	}

	@Operation(summary = "Have all dead deliveries to a webhook tried again")
	@PostMapping("/{id}/redrive")
	@PreAuthorize(WRITE)
	Sent redriveDeliveries(@PathVariable UUID id) {
		return this.webhooks.redriveAll(id);
	}

	@Operation(summary = "Send the events since a time again")
	@PostMapping(path = "/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	Sent replayEvents(@PathVariable UUID id, @Valid @RequestBody Replay replay) {
		return this.webhooks.replay(id, replay);
	}

	private static ResponseEntity<WebhookView> answer(WebhookView view) {
		return RecordAnswers.ok(view, view.version());
	}

	/** The secret must not be stored with the answer. */
	private static void refuse(@Nullable String replayed) {
		if (replayed != null) {
			throw ProblemException.invalidParameter("Idempotency-Key", "not_supported",
					"a secret is shown only once, so the answer can't be replayed");
		}
	}

}
