package io.kehu.customer.duplicate;

import java.util.UUID;

import io.kehu.customer.customer.LikelyDuplicate;
import io.kehu.platform.idempotency.Replayable;
import io.kehu.platform.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of likely duplicates. Those that the caller may not see have no id and a
 * masked name.
 */
@RestController
class DuplicateController implements Replayable {

	private final DuplicateService duplicates;

	DuplicateController(DuplicateService duplicates) {
		this.duplicates = duplicates;
	}

	@Operation(summary = "The likely duplicates of a customer, the likeliest first")
	@GetMapping("/api/v1/customers/{id}/duplicates")
	@PreAuthorize("hasAuthority('customer:read')")
	Page<LikelyDuplicate> listCustomerDuplicates(@PathVariable UUID id) {
		return Page.whole(this.duplicates.ofCustomer(id));
	}

	@Operation(summary = "The likely duplicates of a contact, the likeliest first")
	@GetMapping("/api/v1/contacts/{id}/duplicates")
	@PreAuthorize("hasAuthority('contact:read')")
	Page<LikelyDuplicate> listContactDuplicates(@PathVariable UUID id) {
		return Page.whole(this.duplicates.ofContact(id));
	}

	@Operation(summary = "The customers that resemble a name, e-mail addresses, phone numbers or a tax number")
	@PostMapping("/api/v1/customers/duplicates")
	@PreAuthorize("hasAuthority('customer:read')")
	Page<LikelyDuplicate> searchCustomerDuplicates(@Valid @RequestBody DuplicateSearch wanted) {
		return Page.whole(this.duplicates.of(wanted));
	}

	/** Nothing is changed, so that a repeated request is processed again. */
	@Override
	public String replayed(String body) {
		return "";
	}

}
