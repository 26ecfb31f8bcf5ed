package io.kehu.customer.customer;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordResource;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Customers over HTTP.
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

	@PutMapping("/by-external-id/{system}/{externalId}")
	@PreAuthorize(WRITE)
	ResponseEntity<CustomerView> upsert(@PathVariable String system, @PathVariable String externalId,
			@Valid @RequestBody CustomerDetails details) {
		return answer(this.customers.upsert(new ExternalId(system, externalId), details));
	}

}
