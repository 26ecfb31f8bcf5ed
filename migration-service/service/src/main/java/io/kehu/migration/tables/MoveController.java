package io.kehu.migration.tables;

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
 * The REST API for moving tables from database to database. A move has the id of its job,
 * by which it is stopped, restarted and followed.
 */
@RestController
@RequestMapping("/api/v1/migrations/moves")
class MoveController {

	private static final String NUMBER = "number";

	private final TableMoves moves;

	private final MoveUndoJob undo;

	private final RowPages pages;

	private final RowExport export;

	MoveController(TableMoves moves, MoveUndoJob undo, RowPages pages, RowExport export) {
		this.moves = moves;
		this.undo = undo;
		this.pages = pages;
		this.export = export;
	}

	@Operation(summary = "Move tables from one database to another",
			description = "Each value is either moved as it is or its row is rejected with the reason. With dryRun,"
					+ " all rows are read and cast, and nothing is written. A stopped or failed job continues from its"
					+ " last checkpoints when it is restarted.")
	@PostMapping
	@RecentLogin
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> moveTables(@Valid @RequestBody NewMove wanted) {
		return Jobs.begun(this.moves.begin(wanted));
	}

	@Operation(summary = "Get the plan of a move: tables, columns, types, partitions, notes")
	@GetMapping("/{id}/plan")
	@PreAuthorize("hasAuthority('migration:read')")
	MovePlanView getMovePlan(@PathVariable UUID id) {
		return MovePlanView.of(this.moves.planOf(id));
	}

	@Operation(summary = "List the rejected rows of a move, each with its column, value and reason")
	@GetMapping("/{id}/rejections")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listRejections(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.moves.rejections(id), limit, cursor);
	}

	@Operation(summary = "Export the rejected rows of a move")
	@GetMapping("/{id}/rejections/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportRejections(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.moves.rejections(id), NUMBER, format, (row) -> true, response);
	}

	@Operation(summary = "Get the signed verification report of a move")
	@GetMapping("/{id}/report")
	@PreAuthorize("hasAuthority('migration:read')")
	SignedReport getMoveReport(@PathVariable UUID id) {
		return this.moves.report(id);
	}

	@Operation(summary = "Get the verification report of a move as a page")
	@GetMapping(path = "/{id}/report/page", produces = MediaType.TEXT_HTML_VALUE)
	@ApiResponse(responseCode = "200", description = "The page",
			content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<byte[]> getMoveReportPage(@PathVariable UUID id) {
		SignedReport signed = this.moves.report(id);
		String html = ReportTemplates.html("table-move", Map.of("report", signed.report(), "jws", signed.jws()));
		return ResponseEntity.ok()
			.header("Content-Security-Policy", ReportTemplates.contentSecurityPolicy())
			.contentType(MediaType.TEXT_HTML)
			.body(html.getBytes(StandardCharsets.UTF_8));
	}

	@Operation(summary = "Preview what undoing a move would do")
	@GetMapping("/{id}/undo-preview")
	@PreAuthorize("hasAuthority('migration:write')")
	UndoPreview previewUndo(@PathVariable UUID id) {
		return this.moves.preview(id);
	}

	@Operation(summary = "Undo a move: remove what it has loaded, and drop the tables that it has created",
			description = "Rows that were changed since are kept and listed. The confirmation is the name of the target"
					+ " database.")
	@PostMapping("/{id}/undo")
	@RecentLogin
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> undoMove(@PathVariable UUID id, @Valid @RequestBody UndoMove wanted) {
		return Jobs.begun(this.moves.undo(this.undo, id, wanted));
	}

	@Operation(summary = "List rows that undoing a move has kept, because they were changed since")
	@GetMapping("/undos/{id}/kept")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listKept(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.moves.kept(id), limit, cursor);
	}

}
