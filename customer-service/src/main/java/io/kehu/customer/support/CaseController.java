package io.kehu.customer.support;

import java.util.UUID;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
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
 * REST API of cases.
 */
@RestController
@RequestMapping("/api/v1/cases")
class CaseController extends KeyedController<CaseDetails, CaseView> {

	private final RecordStore<CaseDetails, ?, CaseView> cases;

	private final CaseService service;

	CaseController(RecordStore<CaseDetails, ?, CaseView> cases, CaseService service) {
		super(cases);
		this.cases = cases;
		this.service = service;
	}

	@Operation(summary = "Note the first response to a case")
	@PostMapping("/{id}/respond")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> respond(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.cases.act(id, expected, "respond"));
	}

	@Operation(summary = "Wait for the customer, which pauses the clocks of a case")
	@PostMapping("/{id}/wait")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> await(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.cases.act(id, expected, "wait"));
	}

	@Operation(summary = "Resume a case that waits for the customer")
	@PostMapping("/{id}/resume")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> resume(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.cases.act(id, expected, "resume"));
	}

	@Operation(summary = "Resolve a case")
	@PostMapping("/{id}/resolve")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> resolve(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.cases.act(id, expected, "resolve"));
	}

	@Operation(summary = "Close a resolved case")
	@PostMapping("/{id}/close")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> close(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.cases.act(id, expected, "close"));
	}

	@Operation(summary = "Reopen a resolved or closed case")
	@PostMapping("/{id}/reopen")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> reopen(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.cases.act(id, expected, "reopen"));
	}

	@Operation(summary = "Assign a case to a user and a team")
	@PostMapping("/{id}/assign")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> assign(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody CaseAssignment assignment) {
		return answer(this.service.assign(id, expected, assignment));
	}

	@Operation(summary = "Assign a case to the member of a team with the fewest unresolved cases")
	@PostMapping("/{id}/assign-to-team")
	@PreAuthorize(WRITE)
	ResponseEntity<CaseView> assignToTeam(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody TeamAssignment assignment) {
		return answer(this.service.assign(id, expected, assignment));
	}

	@Operation(summary = "How the clocks of a case count: each interval, what is due and what is breached")
	@GetMapping("/{id}/sla")
	@PreAuthorize(READ)
	CaseSla getSla(@PathVariable UUID id) {
		return this.service.sla(id);
	}

}
