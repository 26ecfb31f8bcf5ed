package io.kehu.customer.support;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ChunkCheck;
import io.kehu.platform.record.RecordCheck;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks that the contact of a case is one of its customer's.
 */
record ContactOfCustomer(JdbcTemplate jdbc) implements ChunkCheck<CaseDetails> {

	@Override
	public RecordCheck<CaseDetails> prepare(Collection<CaseDetails> chunk) {
		SingletonSupplier<Map<UUID, UUID>> customers = SingletonSupplier.of(() -> customers(chunk));
		return (candidate) -> {
			UUID contact = candidate.details().contactId();
			boolean changes = candidate.changes(CaseDetails::contactId) || candidate.changes(CaseDetails::customerId);
			if (contact != null && changes
					&& !candidate.details().customerId().equals(customers.obtain().get(contact))) {
				throw ProblemException.invalid("/contactId", "not_at_customer", "is not a contact of this customer");
			}
		};
	}

	private Map<UUID, UUID> customers(Collection<CaseDetails> chunk) {
		Object[] contacts = chunk.stream().map(CaseDetails::contactId).filter(Objects::nonNull).distinct().toArray();
		Map<UUID, UUID> customers = new HashMap<>();
		this.jdbc.query("select id, customer_id from contact where id = any(?)", (row) -> {
			customers.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
		}, new SqlArrayValue("uuid", contacts));
		return customers;
	}

}
