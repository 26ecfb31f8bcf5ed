package io.kehu.order.invoice;

import java.util.UUID;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
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
 * REST API of invoices and credit notes.
 */
@RestController
@RequestMapping(InvoiceController.PATH)
class InvoiceController extends RecordController<InvoiceDetails, InvoiceView> {

	static final String PATH = "/api/v1/invoices";

	private final InvoiceService service;

	private final Dunning dunning;

	InvoiceController(RecordStore<InvoiceDetails, ?, InvoiceView> invoices, InvoiceService service, Dunning dunning) {
		super(invoices);
		this.service = service;
		this.dunning = dunning;
	}

	@Override
	public ResponseEntity<InvoiceView> create(@Valid @RequestBody InvoiceDetails details) {
		details.checkNotLoaded();
		return super.create(details);
	}

	@Operation(summary = "Issue a credit note for an invoice or a part of it")
	@PostMapping("/{id}/credit")
	@PreAuthorize(WRITE)
	ResponseEntity<InvoiceView> credit(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody CreditRequest request) {
		return answer(this.service.credit(id, expected, request));
	}

	@Operation(summary = "Record that the customer was reminded of an overdue invoice")
	@PostMapping("/{id}/remind")
	@PreAuthorize(WRITE)
	ResponseEntity<InvoiceView> remind(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.dunning.remind(id, expected));
	}

	@Operation(summary = "An invoice as a PDF document")
	@GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	@PreAuthorize(READ)
	@ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE,
			schema = @Schema(type = "string", format = "binary")))
	byte[] print(@PathVariable UUID id) {
		return this.service.print(id);
	}

}
