package io.kehu.migration.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.kehu.migration.job.JobView;
import io.kehu.migration.job.Jobs;
import io.kehu.migration.page.ReportTemplates;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.page.ProfilePage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API for profiles, as JSON and as pages; a profile has the id of its job.
 */
@RestController
@RequestMapping("/api/v1/migrations/profiles")
class ProfileController {

	private final ProfileReports profiles;

	ProfileController(ProfileReports profiles) {
		this.profiles = profiles;
	}

	@Operation(summary = "Profile a data set")
	@PostMapping
	@ApiResponse(responseCode = "201", description = "Created")
	@PreAuthorize("hasAuthority('migration:write')")
	ResponseEntity<JobView> begin(@Valid @RequestBody NewProfile wanted) {
		return Jobs.begun(this.profiles.begin(wanted));
	}

	@Operation(summary = "Get a profile as JSON")
	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize("hasAuthority('migration:read')")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE,
			schema = @Schema(implementation = ProfileReport.class)))
	ResponseEntity<byte[]> getProfile(@PathVariable UUID id) throws IOException {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.profiles.text(id).getBytes(StandardCharsets.UTF_8));
	}

	@Operation(summary = "Get a profile as a page with charts")
	@GetMapping(path = "/{id}/report", produces = MediaType.TEXT_HTML_VALUE)
	@ApiResponse(responseCode = "200", description = "The page",
			content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<byte[]> getProfileReport(@PathVariable UUID id) throws IOException {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", ReportTemplates.contentSecurityPolicy())
			.contentType(MediaType.TEXT_HTML)
			.body(new ProfilePage(this.profiles.report(id)).html().getBytes(StandardCharsets.UTF_8));
	}

}
