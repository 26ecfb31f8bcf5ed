package io.kehu.customer.customer;

import java.time.Instant;
import java.util.Collection;

import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;

import org.springframework.stereotype.Service;

/**
 * Changes customers: those with an external id that is known, and new ones.
 */
@Service
class CustomerService extends RecordService<CustomerDetails, Customer, CustomerView> {

	private static final RecordEvents EVENTS = new RecordEvents(CustomerEvent.REGISTERED, CustomerEvent.CHANGED,
			CustomerEvent.DELETED, CustomerEvent.RESTORED);

	private final CustomerRepository customers;

	CustomerService(RecordTools tools, CustomerRepository customers, VersionedCache<CustomerView> cache) {
		super(tools, EVENTS, customers, cache);
		this.customers = customers;
	}

	@Override
	protected Customer make(CustomerDetails details, Instant now) {
		return Customer.register(details, now);
	}

	@Override
	protected CustomerLookup lookup(Collection<CustomerDetails> details) {
		return CustomerLookup.of(this.customers, details, (ids) -> referable(ids, this.customers::findPresentIds));
	}

}
