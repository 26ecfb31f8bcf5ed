package io.kehu.customer.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ChunkCheck;
import io.kehu.platform.record.RecordCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks that the contact of a record is one of its customer's.
 *
 * @param customer returns the id of the customer in the details
 * @param contact returns the id of the contact in the details, or null
 */
public record ContactOfCustomer<D>(JdbcTemplate jdbc, Function<D, UUID> customer,
		Function<D, @Nullable UUID> contact) implements ChunkCheck<D> {

	@Override
	public RecordCheck<D> prepare(Collection<D> chunk) {
		SingletonSupplier<Map<UUID, UUID>> customers = SingletonSupplier.of(() -> customers(chunk));
		return (candidate) -> {
			UUID named = this.contact.apply(candidate.details());
			boolean changes = candidate.changes(this.contact) || candidate.changes(this.customer);
			if (named != null && changes
					&& !this.customer.apply(candidate.details()).equals(customers.obtain().get(named))) {
				throw ProblemException.invalid("/contactId", "not_at_customer", "is not a contact of this customer");
			}
		};
	}

	private Map<UUID, UUID> customers(Collection<D> chunk) {
		Object[] contacts = chunk.stream()
			.<@Nullable UUID>map(this.contact)
			.filter(Objects::nonNull)
			.distinct()
			.toArray();
		Map<UUID, UUID> customers = new HashMap<>();
		this.jdbc.query("select id, customer_id from contact where id = any(?)", (row) -> {
			customers.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
		}, new SqlArrayValue("uuid", contacts));
		return customers;
	}

}
