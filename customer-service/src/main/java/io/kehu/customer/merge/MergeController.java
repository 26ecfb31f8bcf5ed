package io.kehu.customer.merge;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

import io.kehu.customer.customer.CustomerView;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.bulk.BulkMode;
import io.kehu.platform.bulk.BulkResult;
import io.kehu.platform.docs.AnswersEntityTag;
import io.kehu.platform.idempotency.Replayable;
import io.kehu.platform.query.Page;
import io.kehu.platform.rehearsal.Rehearsable;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.RecordAnswers;
import io.kehu.platform.web.RetriedOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of merges. Paths and entity tags are those of the survivor.
 */
@RestController
@RetriedOnConflict
@RequestMapping("/api/v1/customers")
class MergeController implements Replayable {

	private final MergeService merges;

	private final BulkLoader loader;

	MergeController(MergeService merges, BulkLoader loader) {
		this.merges = merges;
		this.loader = loader;
	}

	@Operation(summary = "Merge other customers into this one")
	@PostMapping("/{id}/merges")
	@PreAuthorize("hasAuthority('customer:write')")
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	@AnswersEntityTag
	ResponseEntity<MergeView> mergeCustomers(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody NewMerge wanted) {
		MergeView merge = this.merges.merge(id, expected, wanted);
		CustomerView survivor = Objects.requireNonNull(merge.survivor());
		return RecordAnswers.created("/api/v1/customers/%s/merges/%s".formatted(id, merge.id()), merge,
				survivor.version());
	}

	@Override
	public String replayed(String body) {
		return this.merges.replayed(body);
	}

	@Operation(summary = "List the merges into a customer")
	@GetMapping("/{id}/merges")
	@PreAuthorize("hasAuthority('customer:read')")
	Page<MergeView> listMerges(@PathVariable UUID id) {
		return Page.whole(this.merges.findAll(id));
	}

	@Operation(summary = "Get a merge")
	@GetMapping("/{id}/merges/{mergeId}")
	@PreAuthorize("hasAuthority('customer:read')")
	MergeView getMerge(@PathVariable UUID id, @PathVariable UUID mergeId) {
		return this.merges.find(id, mergeId);
	}

	@Operation(summary = "Undo a merge")
	@PostMapping("/{id}/merges/{mergeId}/undo")
	@PreAuthorize("hasAuthority('customer:write')")
	@AnswersEntityTag(always = false)
	ResponseEntity<MergeView> undoMerge(@PathVariable UUID id, @PathVariable UUID mergeId, ExpectedVersion expected) {
		MergeView merge = this.merges.undo(id, mergeId, expected);
		CustomerView survivor = merge.survivor();
		return (survivor != null) ? RecordAnswers.ok(merge, survivor.version()) : ResponseEntity.ok(merge);
	}

	@Operation(summary = "Merge customers in bulk: one JSON document per line, one result per line")
	@Rehearsable
	@PostMapping(path = "/merges/bulk", consumes = BulkLoader.NDJSON)
	@PreAuthorize("hasAuthority('customer:write')")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(mediaType = BulkLoader.NDJSON, schema = @Schema(implementation = BulkMerge.class)))
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = BulkLoader.NDJSON, schema = @Schema(implementation = BulkResult.class)))
	void loadMerges(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.loader.load(request, response, BulkMerge.class, this.merges, BulkMode.REPLACE);
	}

}
