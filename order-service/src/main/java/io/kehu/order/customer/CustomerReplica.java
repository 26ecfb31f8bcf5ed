package io.kehu.order.customer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Stores what is known here of the customers; the newest version wins, however it came.
 */
@Repository
class CustomerReplica {

	/** External ids come as JSON, because PostgreSQL has no arrays of unequal arrays. */
	private static final String REMEMBER = """
			insert into customer_replica (id, version, name, status, external_ids, deleted, merged_into)
			select id, version, name, status, array(select jsonb_array_elements_text(external_ids::jsonb)), deleted,
			merged_into
			from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::uuid[])
			as seen (id, version, name, status, external_ids, deleted, merged_into) order by id
			on conflict (id) do update set version = excluded.version, name = excluded.name, status = excluded.status,
			external_ids = excluded.external_ids, deleted = excluded.deleted, merged_into = excluded.merged_into
			where customer_replica.version < excluded.version""";

	private static final String FORGET = "delete from customer_replica where id = any(?)";

	private static final String FIND = """
			with recursive way (asked, id) as (select id, id from customer_replica where id = any(?)
			union select w.asked, r.merged_into from way w join customer_replica r on r.id = w.id
			where r.merged_into is not null)
			select w.asked, r.id, r.external_ids from way w join customer_replica r on r.id = w.id where not r.deleted
			union all
			select id, id, external_ids from customer_replica where not deleted and external_ids && ? and id <> all(?)""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	CustomerReplica(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Takes customers, each at most once, by one statement.
	 */
	void remember(Collection<CustomerSeen> customers) {
		if (!customers.isEmpty()) {
			this.jdbc.update((connection) -> remember(connection, List.copyOf(customers)));
		}
	}

	private PreparedStatement remember(Connection connection, List<CustomerSeen> customers) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(REMEMBER);
		statement.setArray(1, array(connection, "uuid", customers, CustomerSeen::id));
		statement.setArray(2, array(connection, "bigint", customers, CustomerSeen::version));
		statement.setArray(3, array(connection, "text", customers, CustomerSeen::name));
		statement.setArray(4, array(connection, "text", customers, CustomerSeen::status));
		statement.setArray(5, array(connection, "text", customers,
				(customer) -> this.json.writeValueAsString(customer.externalKeys())));
		statement.setArray(6, array(connection, "boolean", customers, (customer) -> customer.deletedAt() != null));
		statement.setArray(7, array(connection, "uuid", customers, CustomerSeen::mergedInto));
		return statement;
	}

	private static <T> Array array(Connection connection, String type, List<T> rows,
			Function<T, @Nullable Object> value) throws SQLException {
		return connection.createArrayOf(type, rows.stream().map(value).toArray());
	}

	/**
	 * Forgets customers that were erased.
	 */
	void forget(Collection<UUID> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.update((connection) -> {
				PreparedStatement statement = connection.prepareStatement(FORGET);
				statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
				return statement;
			});
		}
	}

	/**
	 * Returns the customers, deleted ones left out, that have one of these ids or
	 * external ids, by one query; one that was merged is found as the one that stands for
	 * it.
	 */
	List<Known> find(Collection<UUID> ids, Collection<String> externalKeys) {
		return this.jdbc.query((connection) -> {
			PreparedStatement statement = connection.prepareStatement(FIND);
			statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
			statement.setArray(2, connection.createArrayOf("text", externalKeys.toArray()));
			statement.setArray(3, connection.createArrayOf("uuid", ids.toArray()));
			return statement;
		}, (row, number) -> new Known(row.getObject(1, UUID.class), row.getObject(2, UUID.class),
				Arrays.asList((String[]) row.getArray(3).getArray())));
	}

	/**
	 * A customer that is known here.
	 *
	 * @param asked the id that was asked for, which may be that of a merged one
	 */
	record Known(UUID asked, UUID id, List<String> externalKeys) {
	}

}
