package io.kehu.customer.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.customer.CustomerMerged;
import io.kehu.customer.customer.CustomerUnmerged;
import io.kehu.platform.record.RecordStore;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves the records that belong to a customer, such as its contacts, to the survivor when
 * the customer is merged, and back when the merge is undone, in the transaction of the
 * merge.
 */
@Component
class FollowingRecords {

	private final RecordStore<?, ?, ?> customers;

	private final JdbcTemplate jdbc;

	FollowingRecords(@Qualifier("customers") RecordStore<?, ?, ?> customers, JdbcTemplate jdbc) {
		this.customers = customers;
		this.jdbc = jdbc;
	}

	@EventListener
	void follow(CustomerMerged merge) {
		this.customers.dependants().forEach((records) -> {
			List<UUID> moved = records.move(merge.customer(), merge.survivor());
			this.jdbc.batchUpdate("""
					insert into customer_move (kind, record_id, from_customer, to_customer) values (?, ?, ?, ?)
					on conflict (record_id, from_customer) do update set to_customer = excluded.to_customer""",
					moved.stream()
						.map((id) -> new Object[] { records.subject(), id, merge.customer(), merge.survivor() })
						.toList());
		});
	}

	@EventListener
	void comeBack(CustomerUnmerged undone) {
		this.customers.dependants()
			.forEach((records) -> records.moveBack(movedFrom(undone.customer(), records.subject()), undone.customer()));
		this.jdbc.update("delete from customer_move where from_customer = ?", undone.customer());
	}

	private Map<UUID, UUID> movedFrom(UUID customer, String kind) {
		Map<UUID, UUID> moved = new HashMap<>();
		this.jdbc.query("select record_id, to_customer from customer_move where from_customer = ? and kind = ?",
				(row) -> {
					moved.put(row.getObject("record_id", UUID.class), row.getObject("to_customer", UUID.class));
				}, customer, kind);
		return moved;
	}

}
