package io.kehu.migration.match;

import java.io.IOException;
import java.util.UUID;

import io.kehu.migration.dataset.ExportsRows;
import io.kehu.migration.dataset.RowExport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for the findings of de-duplication and linkage as files.
 */
@RestController
@RequestMapping("/api/v1/migrations")
class MatchExportController {

	private static final String LINE = "line";

	private final Matches matches;

	private final Reviews reviews;

	private final RowExport export;

	MatchExportController(Matches matches, Reviews reviews, RowExport export) {
		this.matches = matches;
		this.reviews = reviews;
		this.export = export;
	}

	@Operation(summary = "Export the duplicates found")
	@GetMapping("/deduplications/{id}/duplicates/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportDuplicates(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.matches.duplicates(id), LINE, format, (row) -> true, response);
	}

	@Operation(summary = "Export the clusters of matching records")
	@GetMapping("/linkages/{id}/clusters/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportClusters(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.matches.set(id, "clusters"), LINE, format, (row) -> true, response);
	}

	@Operation(summary = "Export the source values of each merged record")
	@GetMapping("/linkages/{id}/lineage/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportLineage(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.matches.set(id, "lineage"), LINE, format, (row) -> true, response);
	}

	@Operation(summary = "Export the records that match a known one, with the weights")
	@GetMapping("/linkages/{id}/matches/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportMatches(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.matches.set(id, "matches"), LINE, format, (row) -> true, response);
	}

	@Operation(summary = "Export the pairs to review, with their weights and decisions")
	@GetMapping("/linkages/{id}/review/export")
	@ExportsRows
	@PreAuthorize("hasAuthority('migration:read')")
	void exportReviewPairs(@PathVariable UUID id, @RequestParam(defaultValue = "csv") String format,
			HttpServletResponse response) throws IOException {
		this.export.write(this.matches.set(id, "review"), "number", format,
				new RowExport.MoreColumn("decision", this.reviews.decisions(id)), response);
	}

}
