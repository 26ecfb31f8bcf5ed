package io.kehu.customer.consent;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.Referable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of consents.
 */
@RestController
@RequestMapping("/api/v1/consents")
class ConsentController extends KeyedController<ConsentDetails, ConsentView> {

	private final EffectiveConsents effective;

	private final Referable customers;

	ConsentController(RecordStore<ConsentDetails, ?, ConsentView> consents, EffectiveConsents effective,
			@Qualifier("customers") Referable customers) {
		super(consents);
		this.effective = effective;
		this.customers = customers;
	}

	@Operation(summary = "The latest decision of a customer and each of its contacts, by purpose and channel")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "404")
	@GetMapping("/effective")
	@PreAuthorize(READ)
	Page<EffectiveConsent> listEffectiveConsents(@RequestParam UUID customerId) {
		if (this.customers.readable(List.of(customerId)).isEmpty()) {
			throw ProblemException.notFound("customer", customerId);
		}
		return Page.whole(this.effective.of(customerId));
	}

}
