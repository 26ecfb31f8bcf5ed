package io.kehu.order.customer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ChunkCheck;
import io.kehu.platform.record.RecordCheck;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks that the customer of a record exists and is visible to the caller. It is neither
 * merged nor deleted until the transaction ends.
 *
 * @param customer returns the customer that details refer to
 */
record ExistingCustomer<D>(CustomerLookup lookup, JdbcTemplate jdbc,
		Function<D, UUID> customer) implements ChunkCheck<D> {

	private static final String HOLD = """
			select id from customer_replica where id = any(?) and merged_into is null and not deleted order by id
			for share""";

	@Override
	public RecordCheck<D> prepare(Collection<D> chunk) {
		List<UUID> ids = chunk.stream().map(this.customer).distinct().toList();
		SingletonSupplier<Found> found = SingletonSupplier.of(() -> find(ids));
		return (candidate) -> {
			if (candidate.changes(this.customer)) {
				found.obtain().check(this.customer.apply(candidate.details()));
			}
		};
	}

	private Found find(List<UUID> ids) {
		CustomerDirectory.Customers known = this.lookup.found(ids);
		List<UUID> held = this.jdbc.queryForList(HOLD, UUID.class, new SqlArrayValue("uuid", ids.toArray()));
		return new Found(known, new HashSet<>(held));
	}

	/**
	 * The customers of a chunk.
	 */
	private record Found(CustomerDirectory.Customers known, Set<UUID> held) {

		void check(UUID id) {
			UUID survivor = this.known.require(new CustomerReference(id, null));
			if (!survivor.equals(id)) {
				throw ProblemException.invalid("/customerId", "merged",
						"was merged into %s; refer to that customer".formatted(survivor));
			}
			if (!this.held.contains(id)) {
				throw ProblemException.invalid("/customerId", "unknown_reference", "there is no such customer");
			}
		}

	}

}
