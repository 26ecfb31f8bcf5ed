package io.kehu.order.product;

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
 * Stores chunks of products: those whose sku or external id is known are changed, the
 * others are new.
 */
@Service
class ProductBulk implements BulkTarget<ProductDetails> {

	private final ProductRepository products;

	private final VersionedCache<ProductView> cache;

	private final RecordJournal journal;

	private final Clock clock;

	ProductBulk(ProductRepository products, VersionedCache<ProductView> cache, RecordJournal journal, Clock clock) {
		this.products = products;
		this.cache = cache;
		this.journal = journal;
		this.clock = clock;
	}

	@Override
	@Transactional
	public List<BulkOutcome> store(List<ProductDetails> items) {
		Chunk chunk = new Chunk(ProductLookup.of(this.products, items), this.clock.instant());
		List<BulkOutcome> outcomes = items.stream().map(chunk::take).toList();
		this.products.saveAll(chunk.created);
		this.products.flush();
		note(chunk);
		return outcomes;
	}

	private void note(Chunk chunk) {
		List<RecordChange> changes = new ArrayList<>();
		Map<UUID, Long> versions = new HashMap<>();
		chunk.created.forEach((product) -> changes.add(ProductEvent.ADDED.of(null, product.view())));
		chunk.changed.values().forEach((changed) -> {
			ProductView after = changed.product().view();
			changes.add(ProductEvent.CHANGED.of(changed.before(), after));
			versions.put(after.id(), after.version());
		});
		this.journal.note(changes);
		this.cache.changedAll(versions);
	}

	/**
	 * What becomes of the items of one chunk.
	 */
	private static final class Chunk {

		private final ProductLookup lookup;

		private final Instant now;

		private final List<Product> created = new ArrayList<>();

		private final Map<UUID, Changed> changed = new LinkedHashMap<>();

		private final Set<UUID> fresh = new HashSet<>();

		Chunk(ProductLookup lookup, Instant now) {
			this.lookup = lookup;
			this.now = now;
		}

		BulkOutcome take(ProductDetails details) {
			try {
				Product known = this.lookup.find(details);
				ProductDetails wanted = (known != null) ? details.keeping(known.externalIds()) : details;
				this.lookup.check(wanted, known);
				return store(wanted, known);
			}
			catch (ProblemException ex) {
				return BulkOutcome.rejected(ex.asErrors());
			}
		}

		private BulkOutcome store(ProductDetails details, @Nullable Product known) {
			if (known == null) {
				Product product = Product.add(details, this.now);
				this.created.add(product);
				this.fresh.add(product.id());
				this.lookup.add(product);
				return BulkOutcome.stored(BulkStatus.CREATED, product.id());
			}
			ProductView before = known.view();
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
	 * A product that was changed, and how it was before.
	 */
	private record Changed(Product product, ProductView before) {
	}

}
