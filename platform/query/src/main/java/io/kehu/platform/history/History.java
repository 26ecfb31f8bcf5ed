package io.kehu.platform.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Stores the change history of records. Entries are written in the transaction of the
 * change.
 */
public final class History {

	private static final String INSERT = """
			insert into history (kind, record_id, version, at, actor, action, changes)
			select kind, record_id, version, ?, ?, action, changes::json
			from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
			as line (kind, record_id, version, action, changes)""";

	private static final String INSERT_BESIDE = """
			insert into history (kind, record_id, version, step, at, actor, action, changes)
			select kind, record_id, version, step + 1, ?, ?, ?, ?::json from history where record_id = ?
			order by version desc, step desc limit 1""";

	private static final String SELECT = """
			select version, step, at, actor, action, changes from history
			where kind = ? and record_id = ? and (version, step) > (?, ?) order by version, step limit ?""";

	private static final String FIND = """
			select h.version, h.step, h.at, h.actor, h.action, h.changes from history h
			join unnest(?::bigint[], ?::int[]) as wanted (version, step) using (version, step)
			where h.kind = ? and h.record_id = ?""";

	private static final String SYSTEM = "system";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	History(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Appends entries in the current transaction, using a single statement. The actor is
	 * the caller of the current request, or {@code system} if there is none.
	 */
	public void append(Collection<Line> lines) {
		if (lines.isEmpty()) {
			return;
		}
		String actor = Callers.find().map(Caller::getName).orElse(SYSTEM);
		List<Line> all = List.copyOf(lines);
		this.jdbc.update((connection) -> insert(connection, actor, all));
	}

	/**
	 * Appends an entry for an event that does not create a new version of the record.
	 * Must not be called by concurrent transactions for the same record.
	 */
	public void appendBeside(UUID id, String action, JsonNode before, JsonNode after) {
		String actor = Callers.find().map(Caller::getName).orElse(SYSTEM);
		this.jdbc.update(INSERT_BESIDE, Timestamp.from(this.clock.instant()), actor, action,
				text(Change.between(before, after)), id);
	}

	private PreparedStatement insert(Connection connection, String actor, List<Line> lines) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(INSERT);
		statement.setTimestamp(1, Timestamp.from(this.clock.instant()));
		statement.setString(2, actor);
		statement.setArray(3, connection.createArrayOf("text", column(lines, Line::kind, String[]::new)));
		statement.setArray(4, connection.createArrayOf("uuid", column(lines, Line::id, UUID[]::new)));
		statement.setArray(5, connection.createArrayOf("bigint", column(lines, Line::version, Long[]::new)));
		statement.setArray(6, connection.createArrayOf("text", column(lines, Line::action, String[]::new)));
		statement.setArray(7, connection.createArrayOf("text", column(lines, this::changes, String[]::new)));
		return statement;
	}

	/**
	 * Returns the values of one column as a typed array, because the driver sends other
	 * arrays as text in which each quote is escaped.
	 */
	private static <T> T[] column(List<Line> lines, Function<Line, T> value, IntFunction<T[]> array) {
		return lines.stream().map(value).toArray(array);
	}

	private String changes(Line line) {
		return text(line.changes());
	}

	private String text(List<Change> changes) {
		ObjectNode all = this.json.createObjectNode();
		changes.forEach((change) -> all.putArray(change.field()).add(change.from()).add(change.to()));
		return this.json.writeValueAsString(all);
	}

	private List<Change> changes(String stored) {
		return this.json.readTree(stored)
			.propertyStream()
			.map((change) -> new Change(change.getKey(), change.getValue().get(0), change.getValue().get(1)))
			.toList();
	}

	/**
	 * Returns entries of the history of a record, oldest first.
	 * @param kind the kind of the record, since the same table holds those of all kinds
	 * @param after the last entry that has been read already, or null
	 */
	public List<Entry> of(String kind, UUID id, @Nullable Position after, int limit) {
		Position start = (after != null) ? after : Position.BEGINNING;
		return this.jdbc.query(SELECT, (row, number) -> entry(row), kind, id, start.version(), start.step(), limit);
	}

	/** Returns the entries at these positions of the history of a record. */
	public List<Entry> at(String kind, UUID id, Collection<Position> positions) {
		return positions.isEmpty() ? List.of()
				: this.jdbc.query(FIND, (row, number) -> entry(row),
						new SqlArrayValue("bigint", positions.stream().map(Position::version).toArray()),
						new SqlArrayValue("int4", positions.stream().map(Position::step).toArray()), kind, id);
	}

	private Entry entry(ResultSet row) throws SQLException {
		return new Entry(row.getLong("version"), row.getTimestamp("at").toInstant(), row.getString("actor"),
				row.getString("action"), changes(row.getString("changes")), row.getInt("step"));
	}

	/**
	 * An entry to be appended.
	 *
	 * @param kind the kind of the record
	 * @param changes the changes as they are to be stored
	 */
	public record Line(String kind, UUID id, long version, String action, List<Change> changes) {
	}

	/**
	 * A stored entry.
	 *
	 * @param step tells entries of the same version apart
	 */
	@Schema(name = "HistoryEntry")
	public record Entry(long version, Instant at, String actor, String action, List<Change> changes,
			@JsonIgnore int step) {

		/** Returns a copy that shows the changes in another form. */
		public Entry with(List<Change> shown) {
			return new Entry(this.version, this.at, this.actor, this.action, shown, this.step);
		}

		/** Returns the position of the entry in the history of its record. */
		public Position position() {
			return new Position(this.version, this.step);
		}

	}

	/**
	 * A position in the history of a record.
	 */
	public record Position(long version, int step) {

		static final Position BEGINNING = new Position(-1, 0);

	}

}
