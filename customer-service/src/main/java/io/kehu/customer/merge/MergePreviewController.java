package io.kehu.customer.merge;

import java.util.UUID;

import io.kehu.platform.idempotency.Replayable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of what precedes a merge.
 */
@RestController
@RequestMapping("/api/v1/customers/{id}/merges")
class MergePreviewController implements Replayable {

	private final MergePreviews previews;

	MergePreviewController(MergePreviews previews) {
		this.previews = previews;
	}

	@Operation(summary = "What a merge would result in; changes nothing")
	@PostMapping("/preview")
	@PreAuthorize("hasAuthority('customer:write')")
	MergePreview previewMerge(@PathVariable UUID id, @Valid @RequestBody NewMerge wanted) {
		return this.previews.of(id, wanted);
	}

	/** Nothing is changed, so that a repeated request is processed again. */
	@Override
	public String replayed(String body) {
		return "";
	}

}
