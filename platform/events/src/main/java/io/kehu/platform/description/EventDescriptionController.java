package io.kehu.platform.description;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description of the events that a service publishes, over HTTP.
 */
@Hidden
@RestController
class EventDescriptionController {

	@GetMapping("/v3/api-docs/events")
	ResponseEntity<String> describeEvents() {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(EventDescription.text());
	}

}
