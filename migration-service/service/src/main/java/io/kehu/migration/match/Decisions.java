package io.kehu.migration.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.matching.Decision;
import io.kehu.migration.matching.RecordReference;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The decisions of stewards on pairs of records; the latest decision on a pair holds.
 */
@Repository
class Decisions {

	private static final String DECIDE = """
			insert into linkage_decision (left_source, left_data_set, left_key, right_source, right_data_set, right_key,
				same, decided_by, decided_at)
			values (:leftSource, :leftDataSet, :leftKey, :rightSource, :rightDataSet, :rightKey, :same, :by, :now)
			on conflict (left_source, left_data_set, left_key, right_source, right_data_set, right_key)
			do update set same = excluded.same, decided_by = excluded.decided_by, decided_at = excluded.decided_at""";

	private static final String FORGET = """
			delete from linkage_decision
			where left_source = :leftSource and left_key = :leftKey
				and left_data_set is not distinct from :leftDataSet
				and right_source = :rightSource and right_key = :rightKey
				and right_data_set is not distinct from :rightDataSet""";

	private static final String FIND = """
			select left_source, left_data_set, left_key, right_source, right_data_set, right_key, same
			from linkage_decision
			where left_source in (:sources) and right_source in (:sources)
				and (left_data_set is null or left_data_set in (:dataSets))
				and (right_data_set is null or right_data_set in (:dataSets))
			order by left_source, left_data_set, left_key, right_source, right_data_set, right_key""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Decisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private static Pair pair(RecordReference one, RecordReference other) {
		return (ordered(one).compareTo(ordered(other)) <= 0) ? new Pair(one, other) : new Pair(other, one);
	}

	private static String ordered(RecordReference record) {
		return record.source() + "\u0000" + record.key() + "\u0000" + record.numbered();
	}

	private JdbcClient.StatementSpec of(String sql, Pair pair, Map<String, UUID> dataSets) {
		return this.jdbc.sql(sql)
			.param("leftSource", pair.left().source())
			.param("leftDataSet", dataSet(pair.left(), dataSets), Types.OTHER)
			.param("leftKey", pair.left().key())
			.param("rightSource", pair.right().source())
			.param("rightDataSet", dataSet(pair.right(), dataSets), Types.OTHER)
			.param("rightKey", pair.right().key());
	}

	private static @Nullable UUID dataSet(RecordReference record, Map<String, UUID> dataSets) {
		return record.numbered() ? Objects.requireNonNull(dataSets.get(record.source())) : null;
	}

	/**
	 * Records a decision on two records of a linkage.
	 * @param one a record
	 * @param other another
	 * @param same whether they match
	 * @param dataSets the data sets by the names of the sources
	 */
	void decide(RecordReference one, RecordReference other, boolean same, Map<String, UUID> dataSets) {
		of(DECIDE, pair(one, other), dataSets).param("same", same)
			.param("by", Callers.current().name())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	void forget(RecordReference one, RecordReference other, Map<String, UUID> dataSets) {
		of(FORGET, pair(one, other), dataSets).update();
	}

	/**
	 * Returns all decisions on records of some sources. Those on records without a key
	 * only apply to the data set that they were made on: in another one, the same number
	 * denotes another record.
	 * @param dataSets the data sets by the names of the sources
	 */
	List<Decision> of(Map<String, UUID> dataSets) {
		return this.jdbc.sql(FIND)
			.param("sources", dataSets.keySet())
			.param("dataSets", dataSets.values())
			.query((row, number) -> decision(row, dataSets))
			.list()
			.stream()
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<Decision> decision(ResultSet row, Map<String, UUID> dataSets) throws SQLException {
		RecordReference left = reference(row, "left", dataSets);
		RecordReference right = reference(row, "right", dataSets);
		return (left == null || right == null) ? Optional.empty()
				: Optional.of(new Decision(left, right, row.getBoolean("same")));
	}

	private static @Nullable RecordReference reference(ResultSet row, String side, Map<String, UUID> dataSets)
			throws SQLException {
		String source = row.getString(side + "_source");
		UUID dataSet = row.getObject(side + "_data_set", UUID.class);
		return (dataSet != null && !dataSet.equals(dataSets.get(source))) ? null
				: new RecordReference(source, row.getString(side + "_key"), dataSet != null);
	}

	/** Returns a lookup for the decisions on records of these sources. */
	Known known(Map<String, UUID> dataSets) {
		Map<Pair, Boolean> known = new HashMap<>();
		of(dataSets).forEach((decision) -> known.put(pair(decision.left(), decision.right()), decision.same()));
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
		@Nullable Boolean same(RecordReference one, RecordReference other);

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
