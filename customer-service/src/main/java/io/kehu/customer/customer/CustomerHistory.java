package io.kehu.customer.customer;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.history.History;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.record.RecordStore;

import org.springframework.stereotype.Component;

/**
 * Reads the history of customers for other features, with masks for callers that may not
 * see personal data.
 */
@Component
public class CustomerHistory {

	/** The kind of record in the history. */
	public static final String KIND = CustomerEvent.EVENTS.subject();

	private final RecordStore<CustomerDetails, Customer, CustomerView> customers;

	private final History history;

	private final SealedCopies copies;

	CustomerHistory(RecordStore<CustomerDetails, Customer, CustomerView> customers, History history,
			SealedCopies copies) {
		this.customers = customers;
		this.history = history;
		this.copies = copies;
	}

	/**
	 * Returns the entries at these positions, as the caller may see them. The caller must
	 * be able to see the customer.
	 */
	public List<History.Entry> at(UUID id, Collection<History.Position> positions) {
		List<History.Entry> entries = this.history.at(KIND, id, positions);
		return this.customers.shown().shown(id, this.copies.opened(CustomerView.class, id, entries));
	}

}
