package io.kehu.migration.live;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for migrations from and to the live customers.
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
	ResponseEntity<JobView> fetch(@Valid @RequestBody NewLiveCustomers wanted) {
		return begun(this.migrations.fetch(wanted));
	}

	@Operation(summary = "Apply a linkage: merge, change and create live customers")
	@PostMapping("/linkages/{id}/applications")
	@PreAuthorize("hasAuthority('migration:write')")
	@ApiResponse(responseCode = "201", description = "Created")
	ResponseEntity<JobView> apply(@PathVariable UUID id, @Valid @RequestBody NewApplication wanted) {
		return begun(this.migrations.apply(id, wanted));
	}

	private static ResponseEntity<JobView> begun(JobView job) {
		return ResponseEntity.created(URI.create(Jobs.PATH + "/" + job.id())).body(job);
	}

	@Operation(summary = "List the outcome for each cluster and record")
	@GetMapping("/applications/{id}/outcomes")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage outcomes(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.migrations.outcomes(id, limit, cursor);
	}

}
