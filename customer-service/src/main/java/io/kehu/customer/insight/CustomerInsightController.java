package io.kehu.customer.insight;

import java.util.UUID;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import io.kehu.platform.record.RecordStore;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the figures of a customer.
 */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerInsightController {

	private final RecordStore<CustomerDetails, ?, CustomerView> customers;

	private final FigureStore figures;

	CustomerInsightController(RecordStore<CustomerDetails, ?, CustomerView> customers, FigureStore figures) {
		this.customers = customers;
		this.figures = figures;
	}

	@Operation(summary = "Get the segment, expectations and churn risks of a customer",
			description = "Figures without enough data are null, with the reason. The caller also needs access to the customer.")
	@GetMapping("/{id}/insight")
	@PreAuthorize("hasAuthority('insight:read')")
	CustomerInsight get(@PathVariable UUID id) {
		UUID visible = this.customers.get(id).id();
		return this.figures.find(visible)
			.map((found) -> InsightAssembly.of(visible, found))
			.orElseGet(() -> InsightAssembly.withoutFit(visible));
	}

}
