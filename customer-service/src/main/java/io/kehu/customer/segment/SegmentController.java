package io.kehu.customer.segment;

import java.util.UUID;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of segments. Their members are listed and exported as customers with the
 * filter {@code segment}.
 */
@RestController
@RequestMapping("/api/v1/segments")
class SegmentController extends RecordController<SegmentDetails, SegmentView> {

	private final SegmentService service;

	SegmentController(RecordStore<SegmentDetails, ?, SegmentView> segments, SegmentService service) {
		super(segments);
		this.service = service;
	}

	@Operation(summary = "Count the members of a segment that the caller may see")
	@GetMapping("/{id}/count")
	@PreAuthorize(READ)
	SegmentSize countMembers(@PathVariable UUID id) {
		return this.service.size(id);
	}

	@Operation(summary = "Select the members of a dynamic segment now")
	@PostMapping("/{id}/refresh")
	@PreAuthorize(WRITE)
	SegmentSize refreshMembers(@PathVariable UUID id) {
		return this.service.refresh(id);
	}

	@Operation(summary = "Why a customer belongs to a segment, or does not")
	@GetMapping("/{id}/members/{customerId}")
	@PreAuthorize(READ)
	SegmentExplanation explainMember(@PathVariable UUID id, @PathVariable UUID customerId) {
		return this.service.explain(id, customerId);
	}

	@Operation(summary = "Add customers to a static segment, and remove others, all or none of them")
	@PostMapping(path = "/{id}/members", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	SegmentSize changeMembers(@PathVariable UUID id, @Valid @RequestBody MemberChange change) {
		return this.service.change(id, change);
	}

	@Operation(summary = "Add a customer to a static segment")
	@PutMapping("/{id}/members/{customerId}")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void addMember(@PathVariable UUID id, @PathVariable UUID customerId) {
		this.service.change(id, customerId, true);
	}

	@Operation(summary = "Remove a customer from a static segment")
	@DeleteMapping("/{id}/members/{customerId}")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void removeMember(@PathVariable UUID id, @PathVariable UUID customerId) {
		this.service.change(id, customerId, false);
	}

}
