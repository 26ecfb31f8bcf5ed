package io.kehu.customer.customer;

import java.io.IOException;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.history.History;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.RecordAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Customers over HTTP.
 */
@RestController
@RequestMapping(CustomerController.PATH)
class CustomerController {

	static final String PATH = "/api/v1/customers";

	private static final String READ = "hasAuthority('customer:read')";

	private static final String WRITE = "hasAuthority('customer:write')";

	private final CustomerService customers;

	private final CustomerReading reading;

	private final CustomerBulk bulk;

	private final BulkLoader loader;

	CustomerController(CustomerService customers, CustomerReading reading, CustomerBulk bulk, BulkLoader loader) {
		this.customers = customers;
		this.reading = reading;
		this.bulk = bulk;
		this.loader = loader;
	}

	@GetMapping
	@PreAuthorize(READ)
	Page<CustomerView> list(ListRequest request) {
		return this.reading.page(request);
	}

	@GetMapping("/{id}")
	@PreAuthorize(READ)
	ResponseEntity<CustomerView> get(@PathVariable UUID id) {
		return answer(this.customers.get(id));
	}

	@GetMapping("/{id}/history")
	@PreAuthorize(READ)
	Page<History.Entry> history(@PathVariable UUID id) {
		return this.reading.history(id);
	}

	@GetMapping("/export")
	@PreAuthorize(READ)
	void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.reading.export(request, response);
	}

	@PostMapping
	@PreAuthorize(WRITE)
	ResponseEntity<CustomerView> create(@Valid @RequestBody CustomerDetails details) {
		CustomerView view = this.reading.complete(this.customers.create(details));
		return RecordAnswers.created(PATH + "/" + view.id(), view, view.version());
	}

	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	ResponseEntity<CustomerView> patch(@PathVariable UUID id, ExpectedVersion expected, @RequestBody JsonNode patch) {
		return answer(this.customers.patch(id, expected, patch));
	}

	@PutMapping("/by-external-id/{system}/{externalId}")
	@PreAuthorize(WRITE)
	ResponseEntity<CustomerView> upsert(@PathVariable String system, @PathVariable String externalId,
			@Valid @RequestBody CustomerDetails details) {
		CustomerService.Upserted upserted = this.customers.upsert(this.reading.key(system, externalId), details);
		CustomerView view = this.reading.complete(upserted.view());
		return upserted.created() ? RecordAnswers.created(PATH + "/" + view.id(), view, view.version())
				: RecordAnswers.ok(view, view.version());
	}

	@PostMapping(path = "/bulk", consumes = BulkLoader.NDJSON)
	@PreAuthorize(WRITE)
	void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.loader.load(request, response, CustomerDetails.class, this.bulk);
	}

	@DeleteMapping("/{id}")
	@PreAuthorize("hasAuthority('customer:delete')")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id, ExpectedVersion expected) {
		this.customers.delete(id, expected);
	}

	@PostMapping("/{id}/restore")
	@PreAuthorize("hasAuthority('customer:delete')")
	ResponseEntity<CustomerView> restore(@PathVariable UUID id) {
		return answer(this.customers.restore(id));
	}

	private ResponseEntity<CustomerView> answer(CustomerView view) {
		return RecordAnswers.ok(this.reading.complete(view), view.version());
	}

}
