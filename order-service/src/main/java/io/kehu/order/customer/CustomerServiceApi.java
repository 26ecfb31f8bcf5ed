package io.kehu.order.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.kehu.platform.client.AsService;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The endpoints of customer-service that order-service calls, with its own token: an
 * order reveals nothing of a customer but that it exists.
 */
@AsService
@HttpExchange("/api/v1/customers")
interface CustomerServiceApi {

	@GetExchange("/{id}")
	Optional<CustomerState> find(@PathVariable UUID id);

	/**
	 * Lists customers.
	 * @param externalId {@code system:id}
	 */
	@GetExchange
	Found list(@RequestParam String externalId, @RequestParam int limit);

	/**
	 * Returns which of these customers the caller of the current request may see.
	 * @param asCaller present to call with the token of the caller
	 */
	@PostExchange("/batch-get")
	Seen see(@RequestAttribute(AsService.EXCEPT) boolean asCaller, @RequestBody Wanted wanted);

	/**
	 * A request for customers.
	 */
	record Wanted(Collection<UUID> ids) {
	}

	/**
	 * The results of a request for customers.
	 */
	record Seen(List<Result> results) {
	}

	/**
	 * Whether a customer was found.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Result(UUID id, boolean found) {
	}

	/**
	 * A page of customers.
	 */
	record Found(List<CustomerState> items) {
	}

}
