package io.kehu.migration.run;

import java.io.IOException;
import java.util.UUID;

import io.kehu.migration.dataset.DataSetView;
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
import org.springdoc.core.annotations.ParameterObject;

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
 * The REST API for cleaning runs; a run has the id of its job.
 */
@RestController
@RequestMapping("/api/v1/migrations/runs")
class RunController {

	private final Runs runs;

	private final RowPages pages;

	private final RowExport export;

	RunController(Runs runs, RowPages pages, RowExport export) {
		this.runs = runs;
		this.pages = pages;
		this.export = export;
	}

	@Operation(summary = "Clean a data set with a definition")
	@PostMapping
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> begin(@Valid @RequestBody NewRun wanted) {
		return Jobs.begun(this.runs.begin(wanted));
	}

	@Operation(summary = "List the changes of a run, cell by cell",
			description = "For a row that repeats another, before and after are the keys of the row and of the earlier"
					+ " one, if the rule repeatedRows has a keyColumn.")
	@GetMapping("/{id}/changes")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage changes(@PathVariable UUID id, @ParameterObject ChangeFilter filter,
			@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor)
			throws IOException {
		return this.pages.page(this.runs.changes(id), limit, cursor, filter.checked());
	}

	@Operation(summary = "Get a random sample of the changes")
	@GetMapping("/{id}/changes/sample")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage sampleRunChanges(@PathVariable UUID id, @ParameterObject ChangeFilter filter,
			@RequestParam(defaultValue = "50") int size, @RequestParam(defaultValue = "42") long seed)
			throws IOException {
		return this.pages.sample(this.runs.changes(id), size, seed, filter.checked());
	}

	@Operation(summary = "Export all changes of a run")
	@GetMapping("/{id}/changes/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportRunChanges(@PathVariable UUID id, @ParameterObject ChangeFilter filter,
			@RequestParam(defaultValue = "csv") String format, HttpServletResponse response) throws IOException {
		this.export.write(this.runs.changes(id), "line", format, filter.checked(), response);
	}

	@Operation(summary = "Approve the cleaned data set of a run")
	@PostMapping("/{id}/accept")
	@PreAuthorize("hasAuthority('migration:write')")
	DataSetView accept(@PathVariable UUID id) {
		return this.runs.accept(id);
	}

}
