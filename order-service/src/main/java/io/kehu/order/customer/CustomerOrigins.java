package io.kehu.order.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The customers that records of one kind had before merges of customers, to which they
 * return when a merge is undone. Where a record belongs follows from its original
 * customer and the replica alone, whatever order the events of customers arrive in.
 */
public final class CustomerOrigins {

	/**
	 * Finds records that are not at the survivor of their original customer, which is one
	 * of these customers or was merged into one.
	 */
	private static final String MISPLACED = """
			with recursive below (id) as (select unnest(?::uuid[])
			union select r.id from customer_replica r join below b on r.merged_into = b.id),
			way (origin, id) as (select id, id from below
			union select w.origin, r.merged_into from way w join customer_replica r on r.id = w.id
			where r.merged_into is not null),
			survivor as (select w.origin, w.id from way w join customer_replica r on r.id = w.id
			where r.merged_into is null)
			select o.id, s.origin, s.id as survivor from survivor s join KIND o on o.customer_id = s.origin
			where o.customer_id <> s.id and not exists (select 1 from KIND_origin x where x.KIND_id = o.id)
			union all
			select o.id, s.origin, s.id from survivor s join KIND_origin x on x.customer_id = s.origin
			join KIND o on o.id = x.KIND_id where o.customer_id <> s.id""";

	private static final String REMEMBER = """
			insert into KIND_origin (KIND_id, customer_id) select * from unnest(?::uuid[], ?::uuid[])""";

	private static final String FORGET = "delete from KIND_origin where KIND_id = ?";

	private final JdbcTemplate jdbc;

	private final String kind;

	/**
	 * Creates the origins of one kind of record.
	 * @param kind the name of its table, to which the table {@code <kind>_origin} belongs
	 */
	public CustomerOrigins(JdbcTemplate jdbc, String kind) {
		this.jdbc = jdbc;
		this.kind = kind;
	}

	private String sql(String template) {
		return template.replace("KIND", this.kind);
	}

	/**
	 * Moves the records that have to move because these customers changed.
	 * @param move moves records, given by their ids, to a customer
	 */
	public void follow(Collection<UUID> customers, BiConsumer<List<UUID>, UUID> move) {
		if (customers.isEmpty()) {
			return;
		}
		List<Misplaced> misplaced = this.jdbc.query(
				sql(MISPLACED), (row, number) -> new Misplaced(row.getObject(1, UUID.class),
						row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
				new SqlArrayValue("uuid", customers.toArray()));
		if (misplaced.isEmpty()) {
			return;
		}
		Map<UUID, List<UUID>> bySurvivor = misplaced.stream()
			.collect(
					Collectors.groupingBy(Misplaced::survivor, Collectors.mapping(Misplaced::id, Collectors.toList())));
		bySurvivor.forEach((survivor, ids) -> move.accept(ids, survivor));
		remember(misplaced);
	}

	/** Remembers the origins of records that have moved away from there. */
	private void remember(Collection<Misplaced> moved) {
		List<UUID> away = new ArrayList<>();
		List<UUID> origins = new ArrayList<>();
		for (Misplaced one : moved) {
			if (!one.origin().equals(one.survivor())) {
				away.add(one.id());
				origins.add(one.origin());
			}
		}
		this.jdbc.update(sql(REMEMBER), new SqlArrayValue("uuid", away.toArray()),
				new SqlArrayValue("uuid", origins.toArray()));
	}

	/** Forgets the origin of a record that was given to another customer. */
	public void forget(UUID record) {
		this.jdbc.update(sql(FORGET), record);
	}

	/**
	 * A record at a customer that was merged, or whose merge was undone.
	 *
	 * @param origin its original customer
	 * @param survivor the customer where it belongs
	 */
	private record Misplaced(UUID id, UUID origin, UUID survivor) {
	}

}
