package io.kehu.order.payment;

import java.util.UUID;

import io.kehu.platform.record.RecordController;
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
 * REST API of payments.
 */
@RestController
@RequestMapping(PaymentController.PATH)
class PaymentController extends RecordController<PaymentDetails, PaymentView> {

	static final String PATH = "/api/v1/payments";

	private final PaymentService service;

	PaymentController(RecordStore<PaymentDetails, ?, PaymentView> payments, PaymentService service) {
		super(payments);
		this.service = service;
	}

	@Operation(summary = "Allocate what is left of a payment to an order")
	@PostMapping("/{id}/allocate")
	@PreAuthorize(WRITE)
	ResponseEntity<PaymentView> allocate(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody AllocationRequest request) {
		return answer(this.service.allocate(id, expected, request));
	}

	@Operation(summary = "Refund a part of a payment")
	@PostMapping("/{id}/refund")
	@PreAuthorize(WRITE)
	ResponseEntity<PaymentView> refund(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody RefundRequest request) {
		return answer(this.service.refund(id, expected, request));
	}

}
