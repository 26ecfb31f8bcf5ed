package io.kehu.customer.activity;

import java.util.UUID;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of activities.
 */
@RestController
@RequestMapping("/api/v1/activities")
class ActivityController extends KeyedController<ActivityDetails, ActivityView> {

	private final RecordStore<ActivityDetails, ?, ActivityView> activities;

	ActivityController(RecordStore<ActivityDetails, ?, ActivityView> activities) {
		super(activities);
		this.activities = activities;
	}

	@Operation(summary = "Complete a task; one that repeats moves to its next date")
	@PostMapping("/{id}/complete")
	@PreAuthorize(WRITE)
	ResponseEntity<ActivityView> complete(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.activities.act(id, expected, "complete"));
	}

	@Operation(summary = "Send the draft of an e-mail")
	@PostMapping("/{id}/send")
	@PreAuthorize(WRITE)
	ResponseEntity<ActivityView> send(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.activities.act(id, expected, "send"));
	}

	@Operation(summary = "Reopen a completed task")
	@PostMapping("/{id}/reopen")
	@PreAuthorize(WRITE)
	ResponseEntity<ActivityView> reopen(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.activities.act(id, expected, "reopen"));
	}

}
