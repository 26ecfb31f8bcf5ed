package io.kehu.migration.live;

import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for fetching the live customers.
 */
@RestController
@RequestMapping("/api/v1/migrations")
class LiveController {

	private final LiveMigrations migrations;

	LiveController(LiveMigrations migrations) {
		this.migrations = migrations;
	}

	@Operation(summary = "Fetch the live customers into a data set")
	@PostMapping("/live-customers")
	@PreAuthorize("hasAuthority('migration:write')")
	@ApiResponse(responseCode = "201", description = "Created")
	ResponseEntity<JobView> fetchLiveCustomers(@Valid @RequestBody NewLiveCustomers wanted) {
		return Jobs.begun(this.migrations.fetch(wanted));
	}

}
