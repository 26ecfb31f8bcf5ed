package io.kehu.migration.match;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.matching.Decision;
import io.kehu.migration.matching.RecordReference;
import io.kehu.platform.security.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The decisions of stewards on pairs of records; the latest decision on a pair holds.
 */
@Repository
class Decisions {

	private static final String DECIDE = """
			insert into linkage_decision (left_source, left_key, right_source, right_key, same, decided_by, decided_at)
			values (:leftSource, :leftKey, :rightSource, :rightKey, :same, :by, :now)
			on conflict (left_source, left_key, right_source, right_key)
			do update set same = excluded.same, decided_by = excluded.decided_by, decided_at = excluded.decided_at""";

	private static final String FIND = """
			select left_source, left_key, right_source, right_key, same from linkage_decision
			where left_source in (:sources) and right_source in (:sources)
			order by left_source, left_key, right_source, right_key""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Decisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private static Pair pair(RecordReference one, RecordReference other) {
		int order = (one.source() + "\u0000" + one.key()).compareTo(other.source() + "\u0000" + other.key());
		return (order <= 0) ? new Pair(one, other) : new Pair(other, one);
	}

	private JdbcClient.StatementSpec of(String sql, Pair pair) {
		return this.jdbc.sql(sql)
			.param("leftSource", pair.left().source())
			.param("leftKey", pair.left().key())
			.param("rightSource", pair.right().source())
			.param("rightKey", pair.right().key());
	}

	void decide(RecordReference one, RecordReference other, boolean same) {
		of(DECIDE, pair(one, other)).param("same", same)
			.param("by", Callers.current().name())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	void forget(RecordReference one, RecordReference other) {
		of("delete from linkage_decision where left_source = :leftSource and left_key = :leftKey"
				+ " and right_source = :rightSource and right_key = :rightKey", pair(one, other))
			.update();
	}

	/** Returns all decisions on records of these sources. */
	List<Decision> of(Collection<String> sources) {
		return this.jdbc.sql(FIND)
			.param("sources", sources)
			.query((row, number) -> new Decision(
					new RecordReference(row.getString("left_source"), row.getString("left_key")),
					new RecordReference(row.getString("right_source"), row.getString("right_key")),
					row.getBoolean("same")))
			.list();
	}

	/** Returns a lookup for the decisions on records of these sources. */
	Known known(Collection<String> sources) {
		Map<Pair, Boolean> known = new HashMap<>();
		of(sources).forEach((decision) -> known.put(pair(decision.left(), decision.right()), decision.same()));
		return (one, other) -> known.get(pair(one, other));
	}

	/**
	 * Looks up decisions.
	 */
	@FunctionalInterface
	interface Known {

		/**
		 * Returns whether two records were decided to match, or null if there is no
		 * decision.
		 */
		@org.jspecify.annotations.Nullable
		Boolean same(RecordReference one, RecordReference other);

	}

	/**
	 * Two records in a fixed order.
	 *
	 * @param left one
	 * @param right the other
	 */
	private record Pair(RecordReference left, RecordReference right) {
	}

}
