package io.kehu.customer.activity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.access.Visibility;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the customers that e-mails belong to, and stores up to where mailboxes were read.
 */
@Repository
class IncomingEmailStore {

	private static final String MATCH = """
			select c.id as customer_id, cast(null as uuid) as contact_id, a.value = ? as sender
			from unnest(?::text[]) as a (value) join customer c on c.contact_values @> to_jsonb(a.value)
			where c.deleted_at is null and exists (select 1 from jsonb_array_elements(c.emails) e (item)
			where lower(e.item ->> 'address') = a.value)
			union all
			select c.customer_id, c.id, a.value = ? from unnest(?::text[]) as a (value)
			join contact c on c.contact_values @> to_jsonb(a.value) join customer p on p.id = c.customer_id
			where c.deleted_at is null and p.deleted_at is null and exists (select 1
			from jsonb_array_elements(c.emails) e (item) where lower(e.item ->> 'address') = a.value)
			order by sender desc, customer_id, contact_id limit 200""";

	private static final String THREAD = """
			select distinct on (a.customer_id) a.customer_id, a.contact_id, a.visibility, a.owner_id, a.team_id
			from activity a join customer c on c.id = a.customer_id where a.message_id = any(?)
			and a.deleted_at is null and c.deleted_at is null order by a.customer_id, a.id desc limit 200""";

	private static final String POSITION = "select last_uid from incoming_mailbox where name = ? and uid_validity = ?";

	private static final String ADVANCE = """
			insert into incoming_mailbox (name, uid_validity, last_uid) values (?, ?, ?)
			on conflict (name) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid""";

	private final JdbcTemplate jdbc;

	IncomingEmailStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the customers and contacts with one of these addresses, those of the sender
	 * first.
	 * @param sender the address of the sender in lower case, or null
	 */
	List<Match> findByAddresses(Collection<String> addresses, @Nullable String sender) {
		SqlArrayValue values = new SqlArrayValue("text", addresses.toArray());
		return this.jdbc.query(MATCH,
				(row, number) -> new Match(row.getObject("customer_id", UUID.class),
						row.getObject("contact_id", UUID.class), row.getBoolean("sender")),
				sender, values, sender, values);
	}

	/** Returns the latest e-mails at each customer among those with these identifiers. */
	List<Earlier> findEarlier(Collection<String> messageIds) {
		return messageIds.isEmpty() ? List.of()
				: this.jdbc.query(THREAD, (row, number) -> new Earlier(row.getObject("customer_id", UUID.class),
						row.getObject("contact_id", UUID.class), Visibility.valueOf(row.getString("visibility")),
						new Ownership(row.getObject("owner_id", UUID.class), row.getObject("team_id", UUID.class))),
						new SqlArrayValue("text", messageIds.toArray()));
	}

	/** Returns whether a customer has an e-mail, even if it was deleted. */
	boolean isKnown(UUID customer, String messageId) {
		return !this.jdbc
			.queryForList("select id from activity where message_id = ? and customer_id = ?", UUID.class, messageId,
					customer)
			.isEmpty();
	}

	/** Returns the last message that was taken; empty if the mailbox is a new one. */
	Optional<Long> findPosition(String mailbox, long validity) {
		return this.jdbc.queryForList(POSITION, Long.class, mailbox, validity).stream().findFirst();
	}

	void advance(String mailbox, long validity, long uid) {
		this.jdbc.update(ADVANCE, mailbox, validity, uid);
	}

	/**
	 * A customer or a contact that an e-mail came from or went to.
	 *
	 * @param contactId the contact, or null if the address is the customer's
	 * @param sender whether it came from there
	 */
	record Match(UUID customerId, @Nullable UUID contactId, boolean sender) {
	}

	/**
	 * An e-mail that another one refers to.
	 */
	record Earlier(UUID customerId, @Nullable UUID contactId, Visibility visibility, Ownership ownership) {
	}

}
