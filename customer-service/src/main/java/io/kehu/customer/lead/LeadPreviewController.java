package io.kehu.customer.lead;

import java.util.UUID;

import io.kehu.platform.idempotency.Replayable;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of what precedes the conversion of a lead.
 */
@RestController
@RequestMapping(LeadController.PATH)
class LeadPreviewController implements Replayable {

	private final LeadPreviews previews;

	LeadPreviewController(LeadPreviews previews) {
		this.previews = previews;
	}

	@Operation(summary = "The customers and contacts that a lead may be already",
			description = "Those that the caller may not see have no id and a masked name.")
	@GetMapping("/{id}/matches")
	@PreAuthorize("hasAuthority('lead:read')")
	LeadMatches listMatches(@PathVariable UUID id) {
		return this.previews.matches(id);
	}

	@Operation(summary = "What the conversion of a lead would result in; changes nothing")
	@PostMapping("/{id}/preview-conversion")
	@PreAuthorize("hasAuthority('lead:write')")
	ConversionPreview previewConversion(@PathVariable UUID id, @Valid @RequestBody NewConversion wanted) {
		return this.previews.preview(id, wanted);
	}

	/** Nothing is changed, so that a repeated request is processed again. */
	@Override
	public String replayed(String body) {
		return "";
	}

}
