package io.kehu.migration.crm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import io.kehu.migration.dataset.ExportsRows;
import io.kehu.migration.dataset.RowExport;
import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.dataset.RowPages;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.page.ReportTemplates;
import io.kehu.platform.security.RecentLogin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
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
 * The REST API for moving legacy CRMs. A run has the id of its job, by which it is
 * stopped, restarted and followed.
 */
@RestController
@RequestMapping("/api/v1/migrations/crm-runs")
class CrmRunController {

	private static final String NUMBER = "number";

	private final CrmRuns runs;

	private final RowPages pages;

	private final RowExport export;

	CrmRunController(CrmRuns runs, RowPages pages, RowExport export) {
		this.runs = runs;
		this.pages = pages;
		this.export = export;
	}

	@Operation(summary = "Move a legacy CRM by a mapping",
			description = "Loads the records in the order in which they depend on each other, and verifies them. Each row"
					+ " becomes a new record, a part of one that exists, or is rejected with the reason. With dryRun,"
					+ " nothing is loaded. A stopped or failed job continues from its last checkpoints when it is"
					+ " restarted. With retryOf, only the rejected rows of that run are loaded.")
	@PostMapping
	@RecentLogin
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> moveCrm(@Valid @RequestBody NewCrmRun wanted) {
		return Jobs.begun(this.runs.begin(wanted));
	}

	@Operation(summary = "List the rejected rows and omitted values of a run, each with its reason")
	@GetMapping("/{id}/rejections")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listCrmRejections(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.runs.rejections(id), limit, cursor);
	}

	@Operation(summary = "Export the rejected rows and omitted values of a run")
	@GetMapping("/{id}/rejections/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportCrmRejections(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.runs.rejections(id), NUMBER, format, (row) -> true, response);
	}

	@Operation(summary = "Get the signed verification report of a run")
	@GetMapping("/{id}/report")
	@PreAuthorize("hasAuthority('migration:read')")
	SignedCrmReport getCrmReport(@PathVariable UUID id) {
		return this.runs.report(id);
	}

	@Operation(summary = "Get the verification report of a run as a page")
	@GetMapping(path = "/{id}/report/page", produces = MediaType.TEXT_HTML_VALUE)
	@ApiResponse(responseCode = "200", description = "The page",
			content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<byte[]> getCrmReportPage(@PathVariable UUID id) {
		SignedCrmReport signed = this.runs.report(id);
		String html = ReportTemplates.html("crm-run", Map.of("report", signed.report(), "jws", signed.jws()));
		return ResponseEntity.ok()
			.header("Content-Security-Policy", ReportTemplates.contentSecurityPolicy())
			.contentType(MediaType.TEXT_HTML)
			.body(html.getBytes(StandardCharsets.UTF_8));
	}

}
