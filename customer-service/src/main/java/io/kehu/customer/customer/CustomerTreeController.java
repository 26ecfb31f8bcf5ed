package io.kehu.customer.customer;

import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the hierarchies of customers.
 */
@RestController
@RequestMapping(CustomerController.PATH)
class CustomerTreeController {

	private final CustomerTrees trees;

	CustomerTreeController(CustomerTrees trees) {
		this.trees = trees;
	}

	@Operation(summary = "The whole group of a customer, from the top of its hierarchy",
			description = "Up to 1,000 customers. Those that the caller may not see are left out.")
	@GetMapping("/{id}/tree")
	@PreAuthorize("hasAuthority('customer:read')")
	CustomerTree getCustomerTree(@PathVariable UUID id) {
		return this.trees.of(id);
	}

}
