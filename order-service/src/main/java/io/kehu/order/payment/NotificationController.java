package io.kehu.order.payment;

import java.util.List;
import java.util.Set;

import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.web.RetriedOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.validation.ConstraintViolation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the notifications of payment providers, which sign them instead of sending a
 * token.
 */
@RestController
@RetriedOnConflict
@RequestMapping("/api/v1/payment-notifications")
class NotificationController {

	private final Notifications notifications;

	private final RequestJson json;

	NotificationController(Notifications notifications, RequestJson json) {
		this.notifications = notifications;
		this.json = json;
	}

	@Operation(summary = "Take a signed notification of a payment provider (Standard Webhooks)",
			requestBody = @RequestBody(required = true,
					content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
							schema = @Schema(implementation = Notification.class))))
	@PostMapping(path = "/{provider}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void notifyOfPayment(@PathVariable String provider,
			@RequestHeader(name = "webhook-id", required = false) @Nullable String id,
			@RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
			@RequestHeader(name = "webhook-signature", required = false) @Nullable String signature,
			@org.springframework.web.bind.annotation.RequestBody byte[] body) {
		this.notifications.verify(provider, new NotificationSignature(id, timestamp, signature), body);
		this.notifications.accept(provider, String.valueOf(id), read(body));
	}

	/** The body is read after its signature was checked, which is that of its bytes. */
	private Notification read(byte[] body) {
		try {
			Notification notification = this.json.reader(Notification.class).readValue(body);
			Set<ConstraintViolation<Notification>> violations = this.json.violations(notification);
			if (!violations.isEmpty()) {
				throw ProblemException.invalid(FieldErrors.of(violations));
			}
			notification.check();
			return notification;
		}
		catch (JacksonException ex) {
			throw ProblemException.invalid(List.of(FieldErrors.of(ex)));
		}
	}

}
