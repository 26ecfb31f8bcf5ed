package io.kehu.customer.support;

import java.util.UUID;

import io.kehu.platform.query.Page;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.RetriedOnConflict;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of merges of cases.
 */
@RestController
@RetriedOnConflict
@RequestMapping("/api/v1/cases/{id}/merges")
class CaseMergeController {

	private final CaseMerging merging;

	CaseMergeController(CaseMerging merging) {
		this.merging = merging;
	}

	@Operation(summary = "Merge a case into this one, which receives its comments")
	@PostMapping
	@PreAuthorize("hasAuthority('case:write')")
	@ResponseStatus(HttpStatus.CREATED)
	CaseMerge mergeCases(@PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody NewCaseMerge wanted) {
		return this.merging.merge(id, expected, wanted);
	}

	@Operation(summary = "List the merges into a case")
	@GetMapping
	@PreAuthorize("hasAuthority('case:read')")
	Page<CaseMerge> listCaseMerges(@PathVariable UUID id) {
		return Page.whole(this.merging.findAll(id));
	}

	@Operation(summary = "Undo a merge of cases, which returns the comments")
	@PostMapping("/{mergeId}/undo")
	@PreAuthorize("hasAuthority('case:write')")
	CaseMerge undoCaseMerge(@PathVariable UUID id, @PathVariable UUID mergeId, ExpectedVersion expected) {
		return this.merging.undo(id, mergeId, expected);
	}

}
