package io.kehu.customer.campaign;

import java.util.UUID;

import io.kehu.platform.query.Page;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
 * REST API of campaigns.
 */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignController extends RecordController<CampaignDetails, CampaignView> {

	private final RecordStore<CampaignDetails, ?, CampaignView> campaigns;

	private final CampaignService service;

	private final CampaignLog log;

	CampaignController(RecordStore<CampaignDetails, ?, CampaignView> campaigns, CampaignService service,
			CampaignLog log) {
		super(campaigns);
		this.campaigns = campaigns;
		this.service = service;
		this.log = log;
	}

	@Operation(summary = "Start a campaign: queue its e-mails to those whom the caller may see")
	@PostMapping("/{id}/start")
	@PreAuthorize(WRITE)
	ResponseEntity<CampaignView> startCampaign(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.service.start(id, expected));
	}

	@Operation(summary = "Pause a campaign")
	@PostMapping("/{id}/pause")
	@PreAuthorize(WRITE)
	ResponseEntity<CampaignView> pauseCampaign(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.campaigns.act(id, expected, "pause"));
	}

	@Operation(summary = "Resume a paused campaign")
	@PostMapping("/{id}/resume")
	@PreAuthorize(WRITE)
	ResponseEntity<CampaignView> resumeCampaign(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.campaigns.act(id, expected, "resume"));
	}

	@Operation(summary = "Stop a campaign for good")
	@PostMapping("/{id}/stop")
	@PreAuthorize(WRITE)
	ResponseEntity<CampaignView> stopCampaign(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.service.stop(id, expected));
	}

	@Operation(summary = "Count those whom a campaign would reach if it started now")
	@GetMapping("/{id}/audience")
	@PreAuthorize(READ)
	AudienceSize countAudience(@PathVariable UUID id) {
		return this.service.audience(id);
	}

	@Operation(summary = "Show an e-mail of a campaign as its recipient would see it")
	@PostMapping(path = "/{id}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(READ)
	CampaignMail previewMail(@PathVariable UUID id, @Valid @RequestBody PreviewRequest request) {
		return this.service.preview(id, request);
	}

	@Operation(summary = "List the e-mails of a campaign with what happened to them")
	@GetMapping("/{id}/messages")
	@PreAuthorize(READ)
	Page<MessageView> listMessages(@PathVariable UUID id,
			@Parameter(description = "For example sent or bounced") @RequestParam(
					required = false) @Nullable String status,
			@Parameter(description = "Where the page before ended") @RequestParam(
					required = false) @Nullable String cursor,
			@Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
		return this.log.page(id, status, cursor, limit);
	}

	@Operation(summary = "What a campaign has led to")
	@GetMapping("/{id}/results")
	@PreAuthorize(READ)
	CampaignResults getResults(@PathVariable UUID id) {
		return this.log.results(id);
	}

}
