package io.kehu.customer.customer;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of customers.
 */
@RestController
@RequestMapping(CustomerController.PATH)
class CustomerController extends KeyedController<CustomerDetails, CustomerView> {

	static final String PATH = "/api/v1/customers";

	private final MergedCustomers merged;

	CustomerController(RecordStore<CustomerDetails, ?, CustomerView> customers, MergedCustomers merged) {
		super(customers);
		this.merged = merged;
	}

	/**
	 * Returns a customer. Redirects from a merged customer to its survivor, temporarily,
	 * because a merge can be undone.
	 */
	@Override
	@GetMapping("/{id}")
	@PreAuthorize(READ)
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "307", description = "The customer was merged; Location names the survivor",
			content = @Content)
	public ResponseEntity<CustomerView> get(@PathVariable UUID id,
			@Parameter(description = INCLUDE) @RequestParam(required = false) @Nullable List<String> include) {
		try {
			return super.get(id, include);
		}
		catch (ProblemException ex) {
			UUID survivor = (ex.status() == HttpStatus.NOT_FOUND) ? this.merged.survivorOf(id).orElse(null) : null;
			if (survivor == null) {
				throw ex;
			}
			return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
				.location(URI.create(PATH + "/" + survivor))
				.build();
		}
	}

}
