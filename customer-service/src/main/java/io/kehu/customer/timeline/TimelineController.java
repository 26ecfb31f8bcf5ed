package io.kehu.customer.timeline;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the timelines of customers.
 */
@RestController
class TimelineController {

	private final TimelineService timelines;

	TimelineController(TimelineService timelines) {
		this.timelines = timelines;
	}

	@Operation(summary = "What was done for a customer and with its record, the latest first")
	@GetMapping("/api/v1/customers/{id}/timeline")
	@PreAuthorize("hasAuthority('customer:read')")
	Page<TimelineEntry> getTimeline(@PathVariable UUID id, @Parameter(
			description = "The kinds of entries, separated by commas: activity, case, order, merge, change; all that the caller may see by default",
			schema = @Schema(type = "string")) @RequestParam(required = false) @Nullable String kind,
			@Parameter(description = "Where the page before ended") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
		return this.timelines.page(id, (kind != null) ? List.of(kind.split(",", -1)) : List.of(), cursor, limit);
	}

}
