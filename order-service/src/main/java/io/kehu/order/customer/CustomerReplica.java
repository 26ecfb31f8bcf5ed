package io.kehu.order.customer;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The replica of customers; the newest version wins, whatever order they arrive in.
 */
@Repository
class CustomerReplica {

	/** External ids are passed as JSON: PostgreSQL has no arrays of different lengths. */
	private static final String STORE = """
			insert into customer_replica (id, version, name, status, external_ids, deleted, merged_into, tags)
			select id, version, name, status, array(select jsonb_array_elements_text(external_ids::jsonb)), deleted,
			merged_into, array(select jsonb_array_elements_text(tags::jsonb))
			from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::uuid[], ?::text[])
			as seen (id, version, name, status, external_ids, deleted, merged_into, tags) order by id
			on conflict (id) do update set version = excluded.version, name = excluded.name, status = excluded.status,
			external_ids = excluded.external_ids, deleted = excluded.deleted, merged_into = excluded.merged_into,
			tags = excluded.tags
			where customer_replica.version < excluded.version""";

	private static final String DELETE = "delete from customer_replica where id = any(?)";

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
	 * Stores customers, each at most once, with one statement.
	 */
	void store(Collection<CustomerState> customers) {
		if (!customers.isEmpty()) {
			this.jdbc.update(STORE, column("uuid", customers, CustomerState::id),
					column("bigint", customers, CustomerState::version), column("text", customers, CustomerState::name),
					column("text", customers, CustomerState::status),
					column("text", customers, (customer) -> this.json.writeValueAsString(customer.externalKeys())),
					column("boolean", customers, (customer) -> customer.deletedAt() != null),
					column("uuid", customers, CustomerState::mergedInto),
					column("text", customers, (customer) -> this.json.writeValueAsString(customer.allTags())));
		}
	}

	private static SqlArrayValue column(String type, Collection<CustomerState> customers,
			Function<CustomerState, @Nullable Object> value) {
		return new SqlArrayValue(type, customers.stream().map(value).toArray());
	}

	/**
	 * Deletes customers that were erased.
	 */
	void delete(Collection<UUID> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.update(DELETE, new SqlArrayValue("uuid", ids.toArray()));
		}
	}

	/**
	 * Returns the customers with any of these ids or external ids, excluding deleted
	 * ones, with one query. A merged customer is found as its survivor.
	 */
	List<Known> find(Collection<UUID> ids, Collection<String> externalKeys) {
		return this.jdbc.query(FIND,
				(row, number) -> new Known(row.getObject(2, UUID.class),
						Arrays.asList((String[]) row.getArray(3).getArray()), row.getObject(1, UUID.class)),
				new SqlArrayValue("uuid", ids.toArray()), new SqlArrayValue("text", externalKeys.toArray()),
				new SqlArrayValue("uuid", ids.toArray()));
	}

	/**
	 * Returns whether a customer is known to be deleted. One that is not cannot be
	 * deleted until the current transaction ends.
	 */
	boolean lockDeleted(UUID id) {
		return this.jdbc.queryForList("select deleted from customer_replica where id = ? for share", Boolean.class, id)
			.contains(true);
	}

	/** Returns the tags of these customers, as far as they are known. */
	Map<UUID, Set<String>> tags(Collection<UUID> ids) {
		Map<UUID, Set<String>> tags = new HashMap<>();
		this.jdbc.query("select id, tags from customer_replica where id = any(?)", (row) -> {
			tags.put(row.getObject(1, UUID.class), Set.copyOf(Arrays.asList((String[]) row.getArray(2).getArray())));
		}, new SqlArrayValue("uuid", ids.toArray()));
		return tags;
	}

	/**
	 * A customer of the replica.
	 *
	 * @param asked the requested id, which may be that of a customer merged into this one
	 */
	record Known(UUID id, List<String> externalKeys, UUID asked) {
	}

}
