package io.kehu.customer.lead;

import java.util.UUID;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of leads.
 */
@RestController
@RequestMapping(LeadController.PATH)
class LeadController extends KeyedController<LeadDetails, LeadView> {

	static final String PATH = "/api/v1/leads";

	private final RecordStore<LeadDetails, ?, LeadView> leads;

	private final LeadService service;

	private final LeadConverting converting;

	LeadController(RecordStore<LeadDetails, ?, LeadView> leads, LeadService service, LeadConverting converting) {
		super(leads);
		this.leads = leads;
		this.service = service;
		this.converting = converting;
	}

	@Operation(summary = "Note that a lead was contacted")
	@PostMapping("/{id}/contact")
	@PreAuthorize(WRITE)
	ResponseEntity<LeadView> contact(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.leads.act(id, expected, "contact"));
	}

	@Operation(summary = "Qualify a lead")
	@PostMapping("/{id}/qualify")
	@PreAuthorize(WRITE)
	ResponseEntity<LeadView> qualify(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.leads.act(id, expected, "qualify"));
	}

	@Operation(summary = "Give a lead up, with the reason")
	@PostMapping("/{id}/lose")
	@PreAuthorize(WRITE)
	ResponseEntity<LeadView> lose(@PathVariable UUID id, ExpectedVersion expected, @Valid @RequestBody LostLead loss) {
		return answer(this.service.lose(id, expected, loss));
	}

	@Operation(summary = "Reopen a lead that was given up")
	@PostMapping("/{id}/reopen")
	@PreAuthorize(WRITE)
	ResponseEntity<LeadView> reopen(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.leads.act(id, expected, "reopen"));
	}

	@Operation(summary = "Convert a lead into a customer, a contact and an opportunity",
			description = "All of them or none. Creating customers and contacts requires customer:write and contact:write.")
	@PostMapping("/{id}/convert")
	@PreAuthorize(WRITE)
	ResponseEntity<LeadView> convert(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody NewConversion wanted) {
		return answer(this.converting.convert(id, expected, wanted));
	}

	@Operation(summary = "Undo the conversion of a lead",
			description = "Deletes what it created, except for records that are in use or were changed since; the answer lists them.")
	@PostMapping("/{id}/undo-conversion")
	@PreAuthorize(WRITE)
	ResponseEntity<LeadView> undoConversion(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.converting.undo(id, expected));
	}

}
