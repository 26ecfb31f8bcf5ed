package io.kehu.customer.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import io.kehu.platform.record.RecordStore;
import io.kehu.platform.record.RecordTools;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the changes that a merge, or undoing one, consists of. Each is published as an
 * event and recorded in the history of its customer. The customers must be locked and
 * checked by {@link MergeableCustomers} before.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MergeChanges {

	private final RecordTools tools;

	private final CustomerRepository customers;

	private final RecordStore<CustomerDetails, Customer, CustomerView> store;

	private final ApplicationEventPublisher publisher;

	MergeChanges(RecordTools tools, CustomerRepository customers,
			RecordStore<CustomerDetails, Customer, CustomerView> store, ApplicationEventPublisher publisher) {
		this.tools = tools;
		this.customers = customers;
		this.store = store;
		this.publisher = publisher;
	}

	/** Deletes a customer that was merged into another, and releases its external ids. */
	public CustomerView mergeInto(UUID survivor, UUID merged) {
		CustomerView view = change(CustomerEvent.MERGED, merged, (customer, now) -> customer.mergeInto(survivor, now));
		this.publisher.publishEvent(new CustomerMerged(merged, survivor));
		return view;
	}

	/** Restores a merged customer with the details that it had before the merge. */
	public CustomerView separate(UUID merged, CustomerDetails before) {
		CustomerView view = change(CustomerEvent.UNMERGED, merged, (customer, now) -> customer.separate(before, now));
		this.publisher.publishEvent(new CustomerUnmerged(merged));
		return view;
	}

	/** Moves a customer below another parent. */
	public CustomerView moveBelow(@Nullable UUID parent, UUID child) {
		return change(CustomerEvent.CHANGED, child,
				(customer, now) -> customer.change(customer.details().below(parent), now));
	}

	/** Gives a survivor the details that its merge with others results in. */
	public CustomerView absorb(UUID survivor, CustomerDetails outcome, List<UUID> merged) {
		return settle("absorbed", survivor, outcome, null, merged);
	}

	/** Gives a survivor the details that remain when its merge with others is undone. */
	public CustomerView release(UUID survivor, CustomerDetails remaining, List<UUID> merged) {
		return settle("released", survivor, remaining, merged, null);
	}

	private CustomerView change(CustomerEvent event, UUID id, BiConsumer<Customer, Instant> intent) {
		Customer customer = this.customers.findById(id).orElseThrow();
		CustomerView before = customer.view();
		intent.accept(customer, this.tools.clock().instant());
		return this.store.record(event, customer, before);
	}

	/** The event is that of any change; the history also names the other customers. */
	private CustomerView settle(String action, UUID survivor, CustomerDetails details, @Nullable List<UUID> from,
			@Nullable List<UUID> to) {
		Customer customer = this.customers.findById(survivor).orElseThrow();
		CustomerView before = customer.view();
		customer.settle(details, this.tools.clock().instant());
		CustomerView after = this.store.refresh(customer);
		this.tools.journal().note(CustomerEvent.CHANGED.of(before, after), action, members(from), members(to));
		return after;
	}

	private static Map<String, List<UUID>> members(@Nullable List<UUID> merged) {
		return (merged != null) ? Map.of("merged", merged) : Map.of();
	}

}
