package io.kehu.customer.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkStatus;
import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordJournal;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores chunks of customers: those with an external id that is known are changed, the
 * others are new.
 */
@Service
class CustomerBulk implements BulkTarget<CustomerDetails> {

	private final CustomerRepository customers;

	private final VersionedCache<CustomerView> cache;

	private final RecordJournal journal;

	private final Clock clock;

	CustomerBulk(CustomerRepository customers, VersionedCache<CustomerView> cache, RecordJournal journal, Clock clock) {
		this.customers = customers;
		this.cache = cache;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public List<BulkOutcome> store(List<CustomerDetails> items) {
		Chunk chunk = new Chunk(CustomerLookup.of(this.customers, items), this.clock.instant());
		List<BulkOutcome> outcomes = items.stream().map(chunk::take).toList();
		this.customers.saveAll(chunk.created);
		this.customers.flush();
		note(chunk);
		return outcomes;
	}

	private void note(Chunk chunk) {
		List<RecordChange> changes = new ArrayList<>();
		Map<UUID, Long> versions = new HashMap<>();
		chunk.created.forEach((customer) -> changes.add(CustomerEvent.REGISTERED.of(null, customer.view())));
		chunk.changed.values().forEach((changed) -> {
			CustomerView after = changed.customer().view();
			changes.add(CustomerEvent.CHANGED.of(changed.before(), after));
			versions.put(after.id(), after.version());
		});
		this.journal.note(changes);
		this.cache.changedAll(versions);
	}

	/**
	 * What becomes of the items of one chunk.
	 */
	private static final class Chunk {

		private final CustomerLookup lookup;

		private final Instant now;

		private final List<Customer> created = new ArrayList<>();

		private final Map<UUID, Changed> changed = new LinkedHashMap<>();

		private final Set<UUID> fresh = new HashSet<>();

		Chunk(CustomerLookup lookup, Instant now) {
			this.lookup = lookup;
			this.now = now;
		}

		BulkOutcome take(CustomerDetails details) {
			try {
				Customer known = this.lookup.find(details);
				CustomerDetails wanted = (known != null) ? details.keeping(known.externalIds()) : details;
				this.lookup.check(wanted, known);
				return store(wanted, known);
			}
			catch (ProblemException ex) {
				return BulkOutcome.rejected(ex.asErrors());
			}
		}

		private BulkOutcome store(CustomerDetails details, @Nullable Customer known) {
			if (known == null) {
				Customer customer = Customer.register(details, this.now);
				this.created.add(customer);
				this.fresh.add(customer.id());
				this.lookup.add(customer);
				return BulkOutcome.stored(BulkStatus.CREATED, customer.id());
			}
			CustomerView before = known.view();
			if (!known.change(details, this.now)) {
				return BulkOutcome.stored(BulkStatus.UNCHANGED, known.id());
			}
			if (!this.fresh.contains(known.id())) {
				this.changed.putIfAbsent(known.id(), new Changed(known, before));
			}
			this.lookup.add(known);
			return BulkOutcome.stored(BulkStatus.UPDATED, known.id());
		}

	}

	/**
	 * A customer that was changed, and how it was before.
	 */
	private record Changed(Customer customer, CustomerView before) {
	}

}
