package io.kehu.platform.web;

import java.util.Map;
import java.util.SortedSet;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a gateway without a registry which paths the service serves. Only processes of
 * the system may ask, and the gateway has no route to it.
 */
@RestController
@Hidden
class ServedPathsController {

	private final ServedPaths paths;

	ServedPathsController(ServedPaths paths) {
		this.paths = paths;
	}

	@GetMapping(ServedPaths.ADDRESS)
	Map<String, SortedSet<String>> served() {
		return Map.of("resources", this.paths.resources(), "streams", this.paths.streams());
	}

}
