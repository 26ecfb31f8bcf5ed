package io.kehu.customer.customer;

import java.net.URI;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordResource;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of customers.
 */
@RestController
@RequestMapping(CustomerController.PATH)
class CustomerController extends RecordController<CustomerDetails, CustomerView> {

	static final String PATH = "/api/v1/customers";

	private static final RecordResource RESOURCE = new RecordResource(PATH, "customer:read", "customer:write",
			"customer:delete");

	private final CustomerService customers;

	CustomerController(CustomerService customers, CustomerReading reading, BulkLoader loader) {
		super(RESOURCE, CustomerDetails.class, customers, reading, loader);
		this.customers = customers;
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
	public ResponseEntity<CustomerView> get(@PathVariable UUID id) {
		try {
			return super.get(id);
		}
		catch (ProblemException ex) {
			UUID survivor = (ex.status() == HttpStatus.NOT_FOUND) ? this.customers.survivorOf(id).orElse(null) : null;
			if (survivor == null) {
				throw ex;
			}
			return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
				.location(URI.create(PATH + "/" + survivor))
				.build();
		}
	}

	@Operation(summary = "Create or replace the customer with this external id")
	@PutMapping(path = "/by-external-id/{system}/{externalId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(schema = @Schema(implementation = CustomerDetails.class)))
	ResponseEntity<CustomerView> upsert(@PathVariable String system, @PathVariable String externalId,
			Preconditions preconditions, @RequestBody JsonNode body) {
		return answer(this.customers.upsert(new ExternalId(system, externalId), preconditions, body));
	}

}
