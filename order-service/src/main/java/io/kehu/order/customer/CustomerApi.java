package io.kehu.order.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.client.AsService;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The endpoints of customer-service that order-service calls, with its own token: an
 * order reveals nothing of a customer but that it exists.
 */
@AsService
@HttpExchange("/api/v1/customers")
interface CustomerApi {

	@GetExchange("/{id}")
	Optional<CustomerState> find(@PathVariable UUID id);

	/**
	 * Lists customers.
	 * @param externalId {@code system:id}
	 */
	@GetExchange
	Found list(@RequestParam String externalId, @RequestParam int limit);

	/**
	 * A page of customers.
	 */
	record Found(List<CustomerState> items) {
	}

}
