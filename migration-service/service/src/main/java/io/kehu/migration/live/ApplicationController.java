package io.kehu.migration.live;

import java.io.IOException;
import java.util.UUID;

import io.kehu.migration.dataset.ExportsRows;
import io.kehu.migration.dataset.RowExport;
import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.dataset.RowPages;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
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
 * The REST API for applying a linkage to the live customers and for undoing that; both
 * have the id of their job.
 */
@RestController
@RequestMapping("/api/v1/migrations")
class ApplicationController {

	private static final String NUMBER = "number";

	private final Applications applications;

	private final RowPages pages;

	private final RowExport export;

	ApplicationController(Applications applications, RowPages pages, RowExport export) {
		this.applications = applications;
		this.pages = pages;
		this.export = export;
	}

	@Operation(summary = "Apply a linkage: merge, change and create live customers",
			description = "With dryRun, nothing is changed: the result of the job counts what would be, and"
					+ " /applications/{id}/plan lists it. If many live customers may be changed or merged, the answer is"
					+ " 409 with the figures, until the request confirms them.")
	@PostMapping("/linkages/{id}/applications")
	@PreAuthorize("hasAuthority('migration:write')")
	@ApiResponse(responseCode = "201", description = "Created")
	ResponseEntity<JobView> applyLinkage(@PathVariable UUID id, @Valid @RequestBody NewApplication wanted) {
		return Jobs.begun(this.applications.apply(id, wanted));
	}

	@Operation(summary = "List what a dry run would create, change, merge and reject")
	@GetMapping("/applications/{id}/plan")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listPlan(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.applications.plan(id), limit, cursor);
	}

	@Operation(summary = "Export what a dry run would create, change, merge and reject")
	@GetMapping("/applications/{id}/plan/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportPlan(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.applications.plan(id), NUMBER, format, (row) -> true, response);
	}

	@Operation(summary = "List the outcome for each cluster and record")
	@GetMapping("/applications/{id}/outcomes")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listOutcomes(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.applications.outcomes(id), limit, cursor);
	}

	@Operation(summary = "Export the outcome for each cluster and record")
	@GetMapping("/applications/{id}/outcomes/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportOutcomes(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.applications.outcomes(id), NUMBER, format, (row) -> true, response);
	}

	@Operation(summary = "Undo all that an application changed",
			description = "Merged customers are separated, changed ones get their former values, and created ones are"
					+ " deleted. What was changed since is kept and listed. Repeating it tries again what was kept.")
	@PostMapping("/applications/{id}/undo")
	@PreAuthorize("hasAuthority('migration:write')")
	@ApiResponse(responseCode = "201", description = "Created")
	ResponseEntity<JobView> undo(@PathVariable UUID id) {
		return Jobs.begun(this.applications.undo(id));
	}

	@Operation(summary = "List what undoing an application led to, for each change")
	@GetMapping("/application-undos/{id}/outcomes")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listUndoOutcomes(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.applications.undone(id), limit, cursor);
	}

	@Operation(summary = "Export what undoing an application led to, for each change")
	@GetMapping("/application-undos/{id}/outcomes/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportUndoOutcomes(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.applications.undone(id), NUMBER, format, (row) -> true, response);
	}

}
