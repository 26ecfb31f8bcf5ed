package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import tools.jackson.databind.JsonNode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and changes customers with regard to likely duplicates.
 */
@Service
class CustomerService {

	private final RecordStore<CustomerDetails, Customer, CustomerView> customers;

	private final ApplicationEventPublisher publisher;

	CustomerService(RecordStore<CustomerDetails, Customer, CustomerView> customers,
			ApplicationEventPublisher publisher) {
		this.customers = customers;
		this.publisher = publisher;
	}

	/**
	 * Creates a customer.
	 * @throws ProblemException 409 if there are likely duplicates that are to be refused
	 */
	@Transactional
	public CustomerView create(CustomerDetails details, DuplicateHandling handling) {
		return handled(this.customers.create(details), handling);
	}

	/**
	 * Changes a customer.
	 * @throws ProblemException as above
	 */
	@Transactional
	public CustomerView patch(UUID id, ExpectedVersion expected, JsonNode patch, DuplicateHandling handling) {
		return handled(this.customers.patch(id, expected, patch), handling);
	}

	private CustomerView handled(CustomerView view, DuplicateHandling handling) {
		if (handling == DuplicateHandling.IGNORE) {
			return view;
		}
		DuplicateInquiry inquiry = new DuplicateInquiry(this.customers.shown().shown(view));
		this.publisher.publishEvent(inquiry);
		List<LikelyDuplicate> found = inquiry.found();
		if (!found.isEmpty()) {
			throw ProblemException.conflict("There are likely duplicates.",
					found.stream().map(CustomerService::error).toList());
		}
		return view;
	}

	private static FieldError error(LikelyDuplicate duplicate) {
		String message = "may be %s, because of %s".formatted(duplicate.name(), String.join(", ", duplicate.reasons()));
		UUID id = duplicate.id();
		return (id != null) ? FieldError.heldBy(id, "", "likely_duplicate", message)
				: FieldError.at("", "likely_duplicate", message);
	}

}
