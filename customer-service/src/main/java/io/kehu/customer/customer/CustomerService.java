package io.kehu.customer.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.customer.figures.OrderFiguresStore;
import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates and changes customers.
 */
@Service
class CustomerService extends RecordService<CustomerDetails, Customer, CustomerView> {

	private static final RecordEvents EVENTS = new RecordEvents(CustomerEvent.REGISTERED, CustomerEvent.CHANGED,
			CustomerEvent.DELETED, CustomerEvent.RESTORED);

	private final CustomerRepository customers;

	private final Access access;

	private final OrderFiguresStore figures;

	CustomerService(RecordTools tools, CustomerRepository customers, VersionedCache<CustomerView> cache,
			OrderFiguresStore figures) {
		super(tools, EVENTS, customers, cache);
		this.figures = figures;
		this.customers = customers;
		this.access = tools.access();
	}

	/**
	 * Returns the survivor of a merged customer, if the caller may see the merged one.
	 */
	Optional<UUID> survivorOf(UUID id) {
		return this.access.visible(Customer.class, id) ? this.customers.findSurvivor(id) : Optional.empty();
	}

	/**
	 * Restores a deleted customer.
	 * @throws ProblemException 409 when it was merged
	 */
	@Override
	@Transactional
	public CustomerView restore(UUID id) {
		this.customers.findById(id).map(Customer::mergedInto).ifPresent((survivor) -> {
			this.access.check(Customer.class, AccessLevel.DELETE, id, "customer");
			throw ProblemException.of(HttpStatus.CONFLICT, "merged",
					"Customer %s was merged into %s; undo the merge instead.".formatted(id, survivor));
		});
		return super.restore(id);
	}

	@Override
	protected CustomerView shown(CustomerView view) {
		return view.with(this.figures.of(view.id()));
	}

	@Override
	public List<ExternalId> keys(CustomerDetails details) {
		return details.externalIds();
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
