package io.kehu.migration.crm;

import java.io.IOException;
import java.util.UUID;

import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.dataset.RowPages;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.platform.security.RecentLogin;
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
 * The REST API for undoing moves of legacy CRMs.
 */
@RestController
@RequestMapping("/api/v1/migrations/crm-runs")
class CrmUndoController {

	private final CrmUndos undos;

	private final RowPages pages;

	CrmUndoController(CrmUndos undos, RowPages pages) {
		this.undos = undos;
		this.pages = pages;
	}

	@Operation(summary = "Preview what undoing a run would do")
	@GetMapping("/{id}/undo-preview")
	@PreAuthorize("hasAuthority('migration:write')")
	CrmUndoPreview previewCrmUndo(@PathVariable UUID id) {
		return this.undos.preview(id);
	}

	@Operation(summary = "Undo a run: delete new records, and restore those that existed",
			description = "Records that were changed since are kept and listed. Repeating it tries again what was kept. The"
					+ " confirmation is the system of the mapping.")
	@PostMapping("/{id}/undo")
	@RecentLogin
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> undoCrmRun(@PathVariable UUID id, @Valid @RequestBody UndoCrmRun wanted) {
		return Jobs.begun(this.undos.undo(id, wanted));
	}

	@Operation(summary = "List records that undoing a run has kept, each with the reason")
	@GetMapping("/undos/{id}/kept")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listKeptRecords(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.pages.page(this.undos.kept(id), limit, cursor);
	}

}
