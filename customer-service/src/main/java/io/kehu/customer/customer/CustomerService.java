package io.kehu.customer.customer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.cache.Versioned;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.RecordJournal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes customers, one at a time, and has each change noted.
 */
@Service
class CustomerService {

	private final CustomerRepository customers;

	private final VersionedCache<CustomerView> cache;

	private final RecordJournal journal;

	private final RequestJson json;

	private final Clock clock;

	CustomerService(CustomerRepository customers, VersionedCache<CustomerView> cache, RecordJournal journal,
			RequestJson json, Clock clock) {
		this.customers = customers;
		this.cache = cache;
		this.journal = journal;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Returns a customer.
	 * @throws ProblemException when there is none, or it is deleted
	 */
	CustomerView get(UUID id) {
		return this.cache
			.get(id, () -> this.customers.findPresentView(id).map((view) -> new Versioned<>(view.version(), view)))
			.orElseThrow(() -> ProblemException.notFound("customer", id));
	}

	@Transactional
	public CustomerView create(CustomerDetails details) {
		CustomerLookup.of(this.customers, List.of(details)).check(details, null);
		Customer customer = this.customers.save(Customer.register(details, this.clock.instant()));
		return noted(CustomerEvent.REGISTERED, customer, null);
	}

	@Transactional
	public CustomerView patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		Customer customer = present(id, expected);
		return change(customer, this.json.merge(customer.details(), patch, CustomerDetails.class));
	}

	private CustomerView change(Customer customer, CustomerDetails details) {
		CustomerLookup.of(this.customers, List.of(details)).check(details, customer);
		CustomerView before = customer.view();
		return customer.change(details, this.clock.instant()) ? noted(CustomerEvent.CHANGED, customer, before) : before;
	}

	/**
	 * Makes the customer that another system calls so be as these details say.
	 * @return the customer, and whether it is new
	 */
	@Transactional
	public Upserted upsert(ExternalId key, CustomerDetails details) {
		this.customers.lock(key.system() + ":" + key.id());
		CustomerDetails keyed = details.keeping(List.of(key));
		Customer customer = CustomerLookup.of(this.customers, List.of(keyed)).find(keyed);
		return (customer == null) ? new Upserted(create(keyed), true)
				: new Upserted(change(customer, keyed.keeping(customer.externalIds())), false);
	}

	@Transactional
	public void delete(UUID id, ExpectedVersion expected) {
		Customer customer = present(id, expected);
		CustomerView before = customer.view();
		customer.delete(this.clock.instant());
		noted(CustomerEvent.DELETED, customer, before);
	}

	/**
	 * Brings a deleted customer back; one that is there stays as it is.
	 * @throws ProblemException when there never was one
	 */
	@Transactional
	public CustomerView restore(UUID id) {
		Customer customer = this.customers.findById(id).orElseThrow(() -> ProblemException.notFound("customer", id));
		CustomerView before = customer.view();
		if (!customer.deleted()) {
			return before;
		}
		customer.restore(this.clock.instant());
		return noted(CustomerEvent.RESTORED, customer, before);
	}

	private Customer present(UUID id, ExpectedVersion expected) {
		Customer customer = this.customers.findPresent(id).orElseThrow(() -> ProblemException.notFound("customer", id));
		expected.check(customer.version());
		return customer;
	}

	private CustomerView noted(CustomerEvent event, Customer customer, @Nullable CustomerView before) {
		this.customers.flush();
		CustomerView after = customer.view();
		this.journal.note(event.of(before, after));
		this.cache.changed(after.id(), after.version(), customer.deleted() ? null : after);
		return after;
	}

	/**
	 * What an upsert led to.
	 */
	record Upserted(CustomerView view, boolean created) {
	}

}
