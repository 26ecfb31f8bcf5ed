package io.kehu.order.quote;

import java.util.UUID;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
 * REST API of quotes.
 */
@RestController
@RequestMapping(QuoteController.PATH)
class QuoteController extends RecordController<QuoteDetails, QuoteView> {

	static final String PATH = "/api/v1/quotes";

	private static final String APPROVE = "hasAuthority('" + QuoteConfiguration.APPROVE + "')";

	private final RecordStore<QuoteDetails, ?, QuoteView> quotes;

	private final QuoteService service;

	QuoteController(RecordStore<QuoteDetails, ?, QuoteView> quotes, QuoteService service) {
		super(quotes);
		this.quotes = quotes;
		this.service = service;
	}

	@Operation(summary = "Submit a draft for the approval of its discount")
	@PostMapping("/{id}/submit")
	@PreAuthorize(WRITE)
	ResponseEntity<QuoteView> submit(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.quotes.act(id, expected, "submit"));
	}

	@Operation(summary = "Approve the discount of a quote")
	@PostMapping("/{id}/approve")
	@PreAuthorize(APPROVE)
	ResponseEntity<QuoteView> approve(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.service.approve(id, expected));
	}

	@Operation(summary = "Refuse to approve the discount of a quote")
	@PostMapping("/{id}/reject")
	@PreAuthorize(APPROVE)
	ResponseEntity<QuoteView> reject(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody Refusal refusal) {
		return answer(this.service.reject(id, expected, refusal));
	}

	@Operation(summary = "Record that a quote was sent to the customer")
	@PostMapping("/{id}/send")
	@PreAuthorize(WRITE)
	ResponseEntity<QuoteView> send(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.service.send(id, expected));
	}

	@Operation(summary = "Begin another version of a quote")
	@PostMapping("/{id}/revise")
	@PreAuthorize(WRITE)
	ResponseEntity<QuoteView> revise(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.quotes.act(id, expected, "revise"));
	}

	@Operation(summary = "Record that the customer declines a quote")
	@PostMapping("/{id}/decline")
	@PreAuthorize(WRITE)
	ResponseEntity<QuoteView> decline(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody Refusal refusal) {
		return answer(this.service.decline(id, expected, refusal));
	}

	@Operation(summary = "Record that the customer accepts a quote, and place the order")
	@PostMapping("/{id}/accept")
	@PreAuthorize(WRITE)
	ResponseEntity<QuoteView> accept(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody Acceptance acceptance) {
		return answer(this.service.accept(id, expected, acceptance));
	}

	@Operation(summary = "A quote as a PDF document")
	@GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
	@PreAuthorize(READ)
	@ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_PDF_VALUE,
			schema = @Schema(type = "string", format = "binary")))
	byte[] print(@PathVariable UUID id,
			@Parameter(description = "A version of the quote, by default the present one") @RequestParam(
					required = false) @Nullable Integer revision) {
		return this.service.print(id, revision);
	}

}
