package io.kehu.platform.inbox;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints for operators to list the dead letters of a service and to have them handled
 * again.
 */
@RestController
@RequestMapping("/api/v1/${spring.application.name}/dead-letters")
@PreAuthorize("hasAuthority('event:redrive')")
class DeadLetterController {

	private final DeadLetters deadLetters;

	DeadLetterController(DeadLetters deadLetters) {
		this.deadLetters = deadLetters;
	}

	@Operation(summary = "Count the events that could not be handled, by topic and consumer")
	@GetMapping
	List<DeadLetters.Waiting> listDeadLetters() {
		return this.deadLetters.waiting();
	}

	@Operation(summary = "Handle the events again that could not be handled")
	@PostMapping("/redrive")
	DeadLetters.Redriven redriveDeadLetters() {
		return this.deadLetters.redrive();
	}

}
