package io.kehu.customer.customer;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

	private final CustomerService service;

	private final HttpServletRequest request;

	CustomerController(RecordStore<CustomerDetails, ?, CustomerView> customers, MergedCustomers merged,
			CustomerService service, HttpServletRequest request) {
		super(customers);
		this.merged = merged;
		this.service = service;
		this.request = request;
	}

	@Override
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@PreAuthorize(WRITE)
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	@Parameter(in = ParameterIn.QUERY, name = DuplicateHandling.PARAMETER, description = DuplicateHandling.DESCRIPTION,
			schema = @Schema(type = "string", allowableValues = { "ignore", "refuse" }, defaultValue = "ignore"))
	public ResponseEntity<CustomerView> create(@Valid @RequestBody CustomerDetails details) {
		return created(this.service.create(details, DuplicateHandling.of(this.request)));
	}

	@Override
	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	@Parameter(in = ParameterIn.QUERY, name = DuplicateHandling.PARAMETER, description = DuplicateHandling.DESCRIPTION,
			schema = @Schema(type = "string", allowableValues = { "ignore", "refuse" }, defaultValue = "ignore"))
	public ResponseEntity<CustomerView> patch(@PathVariable UUID id, ExpectedVersion expected,
			@RequestBody JsonNode patch) {
		return answer(this.service.patch(id, expected, patch, DuplicateHandling.of(this.request)));
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
