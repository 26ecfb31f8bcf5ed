package io.kehu.migration.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.live.CustomerChange.Kind;
import io.kehu.migration.live.CustomerChange.Undone;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Records which live customers an application changed, so that it can be undone as a
 * whole. Values are not recorded here; the history of a customer contains them.
 */
@Repository
class ChangeJournal {

	private static final String RECORD = """
			insert into application_change as known (job_id, customer_id, kind, versions)
			values (:job, :customer, :kind, array[cast(:version as bigint)]) on conflict (job_id, customer_id, kind)
			do update set versions = array_append(array_remove(known.versions, :version), :version)""";

	private static final String ONE = " where job_id = :job and customer_id = :customer and kind = :kind";

	/** Merges come before other changes of the same customer, and are undone first. */
	private static final String AFTER = """
			select * from application_change where job_id = :job and customer_id in (select distinct customer_id
			from application_change where job_id = :job and (cast(:after as uuid) is null or customer_id > :after)
			order by customer_id limit :limit) order by customer_id, kind desc""";

	private static final String ADD_CREATED = """
			insert into application_change (job_id, customer_id, kind, versions) values (?, ?, 'CREATED', '{0}')
			on conflict (job_id, customer_id, kind) do nothing""";

	private static final String MADE = """
			select exists (select 1 from application_change
			where job_id = :job and customer_id = :customer and versions @> array[cast(:version as bigint)])""";

	private static final String CREATED_BY_ANOTHER = """
			select exists (select 1 from application_change
			where customer_id = :customer and kind = 'CREATED' and job_id <> :job)""";

	private static final String STANDING = """
			select exists (select 1 from application_change where customer_id = :customer
			and (undone is null or undone = 'KEPT') and versions && cast(:versions as bigint[]))""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	ChangeJournal(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/** Records that customers were created. */
	void addCreated(UUID job, List<UUID> customers) {
		this.batches.batchUpdate(ADD_CREATED,
				customers.stream().map((customer) -> new Object[] { job, customer }).toList());
	}

	/**
	 * Records a version of a customer that a change is about to result in, in addition to
	 * those of earlier changes.
	 */
	void record(UUID job, UUID customer, Kind kind, long version) {
		this.jdbc.sql(RECORD)
			.param("job", job)
			.param("customer", customer)
			.param("kind", kind.name())
			.param("version", version)
			.update();
	}

	private JdbcClient.StatementSpec one(String sql, UUID job, UUID customer, Kind kind) {
		return this.jdbc.sql(sql + ONE).param("job", job).param("customer", customer).param("kind", kind.name());
	}

	/** Removes a version that a change did not result in after all. */
	void withdraw(UUID job, UUID customer, Kind kind, long version) {
		one("update application_change set versions = array_remove(versions, :version)", job, customer, kind)
			.param("version", version)
			.update();
		this.jdbc.sql("delete from application_change" + ONE + " and versions = '{}'")
			.param("job", job)
			.param("customer", customer)
			.param("kind", kind.name())
			.update();
	}

	/** Returns whether a change resulted in this version of a customer. */
	boolean made(UUID job, UUID customer, long version) {
		return this.jdbc.sql(MADE)
			.param("job", job)
			.param("customer", customer)
			.param("version", version)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Returns whether a change that resulted in one of these versions of a customer was
	 * not undone.
	 */
	boolean standing(UUID customer, List<Long> versions) {
		return this.jdbc.sql(STANDING)
			.param("customer", customer)
			.param("versions", new SqlArrayValue("bigint", versions.toArray()))
			.query(Boolean.class)
			.single();
	}

	/** Returns whether another application created a customer. */
	boolean createdByAnother(UUID job, UUID customer) {
		return this.jdbc.sql(CREATED_BY_ANOTHER)
			.param("job", job)
			.param("customer", customer)
			.query(Boolean.class)
			.single();
	}

	boolean contains(UUID job, UUID customer, Kind kind) {
		return one("select count(*) from application_change", job, customer, kind).query(Long.class).single() > 0;
	}

	/** Records the merge that a customer survived. */
	void confirm(UUID job, UUID customer, UUID merge) {
		one("update application_change set merge_id = :merge", job, customer, Kind.MERGED).param("merge", merge)
			.update();
	}

	/** Records what undoing a change led to. */
	void undone(UUID job, CustomerChange change, Undone undone, @Nullable String reason) {
		one("update application_change set undone = :undone, reason = :reason", job, change.customerId(), change.kind())
			.param("undone", undone.name())
			.param("reason", reason)
			.update();
	}

	/** Returns the number of recorded changes of a kind. */
	long count(UUID job, Kind kind) {
		return this.jdbc.sql("select count(*) from application_change where job_id = :job and kind = :kind")
			.param("job", job)
			.param("kind", kind.name())
			.query(Long.class)
			.single();
	}

	/** Returns the number of all recorded changes. */
	long count(UUID job) {
		return this.jdbc.sql("select count(*) from application_change where job_id = :job")
			.param("job", job)
			.query(Long.class)
			.single();
	}

	/**
	 * Returns the changes of the next customers in the order of their ids, merges first.
	 * @param after the last customer of the previous page, or null for the first page
	 * @param limit the maximum number of customers
	 */
	List<CustomerChange> page(UUID job, @Nullable UUID after, int limit) {
		return this.jdbc.sql(AFTER)
			.param("job", job)
			.param("after", after)
			.param("limit", limit)
			.query(ChangeJournal::change)
			.list();
	}

	private static CustomerChange change(ResultSet row, int number) throws SQLException {
		String undone = row.getString("undone");
		return new CustomerChange(row.getObject("customer_id", UUID.class), Kind.valueOf(row.getString("kind")),
				List.of((Long[]) row.getArray("versions").getArray()), row.getObject("merge_id", UUID.class),
				(undone != null) ? Undone.valueOf(undone) : null, row.getString("reason"));
	}

}
