package io.kehu.migration.match;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.kehu.migration.dataset.RowPage;
import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.matching.report.LinkageReportPage;
import io.kehu.migration.matching.report.WaterfallPicture;
import io.kehu.migration.page.ReportTemplates;
import io.kehu.platform.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for de-duplication and linkage; their results have the id of the job.
 */
@RestController
@RequestMapping("/api/v1/migrations")
class MatchController {

	private final Matches matches;

	private final Reviews reviews;

	MatchController(Matches matches, Reviews reviews) {
		this.matches = matches;
		this.reviews = reviews;
	}

	@Operation(summary = "Find equal records by sorting or hashing, or similar ones in a sorted neighbourhood",
			description = "A row without a value in one of the named columns, or with a word for nothing such as n/a,"
					+ " equals no other row. The method neighbourhood compares only the columns that both rows have. With a"
					+ " keyColumn, the duplicates name the keys of the removed and the kept row; a row without a key has"
					+ " none there. Keys need not be unique and are not compared, unless the columns include them.")
	@PostMapping("/deduplications")
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> beginDeduplication(@Valid @RequestBody NewDeduplication wanted) {
		return Jobs.begun(this.matches.begin(wanted));
	}

	@Operation(summary = "List the duplicates found")
	@GetMapping("/deduplications/{id}/duplicates")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listDuplicates(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.matches.duplicates(id, limit, cursor);
	}

	@Operation(summary = "Show the roles that the columns of a linkage get, before it begins",
			description = "Takes the same request as a linkage. The roles decide how columns are compared; those in the"
					+ " request override the detected ones. Large data sets are judged by their first rows.")
	@PostMapping("/linkages/roles")
	@PreAuthorize("hasAuthority('migration:read')")
	ProposedRoles proposeRoles(@Valid @RequestBody NewLinkage wanted) throws Exception {
		return this.matches.roles(wanted);
	}

	@Operation(summary = "Link the records that denote the same person or company")
	@PostMapping("/linkages")
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> beginLinkage(@Valid @RequestBody NewLinkage wanted) {
		return Jobs.begun(this.matches.begin(wanted));
	}

	@Operation(summary = "Get the report of a linkage as a page with charts")
	@GetMapping(path = "/linkages/{id}/report", produces = MediaType.TEXT_HTML_VALUE)
	@ApiResponse(responseCode = "200", description = "The page",
			content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<byte[]> getLinkageReport(@PathVariable UUID id) throws IOException {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", ReportTemplates.contentSecurityPolicy())
			.contentType(MediaType.TEXT_HTML)
			.body(new LinkageReportPage(this.matches.report(id)).html().getBytes(StandardCharsets.UTF_8));
	}

	@Operation(summary = "List the clusters of matching records")
	@GetMapping("/linkages/{id}/clusters")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listClusters(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.matches.made(id, "clusters", limit, cursor);
	}

	@Operation(summary = "List the source values of each merged record")
	@GetMapping("/linkages/{id}/lineage")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listLineage(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.matches.made(id, "lineage", limit, cursor);
	}

	@Operation(summary = "List the matching pairs")
	@GetMapping("/linkages/{id}/matches")
	@PreAuthorize("hasAuthority('migration:read')")
	RowPage listMatches(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.matches.made(id, "matches", limit, cursor);
	}

	@Operation(summary = "List the pairs to review")
	@GetMapping("/linkages/{id}/review")
	@PreAuthorize("hasAuthority('migration:read')")
	Page<ReviewItem> listReviewPairs(@PathVariable UUID id, @RequestParam(defaultValue = "50") int limit,
			@RequestParam(required = false) @Nullable String cursor) throws IOException {
		return this.reviews.review(id, limit, cursor);
	}

	@Operation(summary = "Get a pair to review, explained field by field")
	@GetMapping("/linkages/{id}/review/{number}")
	@PreAuthorize("hasAuthority('migration:read')")
	ReviewItem getReviewPair(@PathVariable UUID id, @PathVariable long number) throws IOException {
		return this.reviews.pair(id, number);
	}

	@Operation(summary = "Get the match weights of a pair as a chart")
	@GetMapping(path = "/linkages/{id}/review/{number}/waterfall", produces = "image/svg+xml")
	@PreAuthorize("hasAuthority('migration:read')")
	String getWaterfall(@PathVariable UUID id, @PathVariable long number) throws IOException {
		ReviewItem pair = this.reviews.pair(id, number);
		return new WaterfallPicture(pair.explanation(), pair.left().key(), pair.right().key()).svg();
	}

	@Operation(summary = "Decide on a pair, for this and later linkages",
			description = "If the two records belong to different known records, such as two live customers, the decision"
					+ " that they are the same moves records from one to the other. The answer is then 409, until the"
					+ " request contains confirmed.")
	@PutMapping("/linkages/{id}/review/{number}/decision")
	@PreAuthorize("hasAuthority('migration:write')")
	ReviewItem decideReviewPair(@PathVariable UUID id, @PathVariable long number,
			@Valid @RequestBody PairDecision decision) throws IOException {
		return this.reviews.decide(id, number, decision);
	}

	@Operation(summary = "Withdraw the decision on a pair")
	@DeleteMapping("/linkages/{id}/review/{number}/decision")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<Void> withdrawDecision(@PathVariable UUID id, @PathVariable long number) throws IOException {
		this.reviews.forget(id, number);
		return ResponseEntity.noContent().build();
	}

}
