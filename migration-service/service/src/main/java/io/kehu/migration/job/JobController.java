package io.kehu.migration.job;

import java.util.UUID;

import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Listing;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.web.RecordAnswers;
import io.kehu.platform.web.Streamed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The REST API for jobs of all kinds.
 */
@RestController
@RequestMapping(Jobs.PATH)
class JobController implements Listing {

	private final Jobs jobs;

	private final JobStream stream;

	JobController(Jobs jobs, JobStream stream) {
		this.jobs = jobs;
		this.stream = stream;
	}

	@Override
	public RecordList<?> listed() {
		return this.jobs.list();
	}

	@Operation(summary = "List migration jobs")
	@GetMapping
	@PreAuthorize("hasAuthority('migration:read')")
	Page<JobView> list(ListRequest request) {
		return this.jobs.page(request);
	}

	@Operation(summary = "Get a job with its progress")
	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('migration:read')")
	ResponseEntity<JobView> get(@PathVariable UUID id) {
		JobView job = this.jobs.get(id);
		return RecordAnswers.ok(job, Jobs.tag(job));
	}

	@Operation(summary = "Follow the progress of a job as server-sent events")
	@GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Streamed
	@ApiResponse(responseCode = "200", description = "Events named progress, and a last one named end",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = JobView.class)))
	@PreAuthorize("hasAuthority('migration:read')")
	SseEmitter followJob(@PathVariable UUID id) {
		return this.stream.follow(this.jobs.get(id));
	}

	@Operation(summary = "Stop a job, which can be restarted later")
	@PostMapping("/{id}/stop")
	@PreAuthorize("hasAuthority('migration:write')")
	JobView stop(@PathVariable UUID id) {
		return this.jobs.stop(id);
	}

	@Operation(summary = "Restart a stopped or failed job with what is left to do")
	@PostMapping("/{id}/restart")
	@PreAuthorize("hasAuthority('migration:write')")
	JobView restart(@PathVariable UUID id) {
		return this.jobs.restart(id);
	}

}
