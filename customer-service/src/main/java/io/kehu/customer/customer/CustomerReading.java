package io.kehu.customer.customer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.figures.OrderFigures;
import io.kehu.customer.figures.OrderFiguresStore;
import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.problem.FieldErrors;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads customers together with what they have ordered.
 */
@Service
class CustomerReading {

	private final RecordList<Customer> list;

	private final OrderFiguresStore figures;

	private final History history;

	private final RecordExport export;

	private final Validator validator;

	CustomerReading(RecordList<Customer> list, OrderFiguresStore figures, History history, RecordExport export,
			Validator validator) {
		this.list = list;
		this.figures = figures;
		this.history = history;
		this.export = export;
		this.validator = validator;
	}

	@Transactional(readOnly = true)
	public Page<CustomerView> page(ListRequest request) {
		return this.list.page(request).map(this::views);
	}

	@Transactional(readOnly = true)
	public void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.export.write(response, this.list, request, CustomerView.class, this::views);
	}

	private List<CustomerView> views(List<Customer> customers) {
		Map<UUID, OrderFigures> known = this.figures.ofAll(customers.stream().map(Customer::id).toList());
		return customers.stream()
			.map((customer) -> customer.view().with(known.getOrDefault(customer.id(), OrderFigures.NONE)))
			.toList();
	}

	CustomerView complete(CustomerView view) {
		return view.with(this.figures.of(view.id()));
	}

	/**
	 * Returns what happened to a customer, a deleted one too.
	 * @throws ProblemException when there never was one
	 */
	Page<History.Entry> history(UUID id) {
		List<History.Entry> entries = this.history.of(id);
		if (entries.isEmpty()) {
			throw ProblemException.notFound("customer", id);
		}
		return Page.whole(entries);
	}

	/**
	 * Returns an external id from a path.
	 * @throws ProblemException when it is not valid
	 */
	ExternalId key(String system, String id) {
		ExternalId key = new ExternalId(system, id);
		Set<ConstraintViolation<ExternalId>> violations = this.validator.validate(key);
		if (!violations.isEmpty()) {
			throw ProblemException.invalid(FieldErrors.of(violations));
		}
		return key;
	}

}
