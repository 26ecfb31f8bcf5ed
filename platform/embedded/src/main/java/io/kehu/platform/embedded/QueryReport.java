package io.kehu.platform.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reports which statements cost a database the most time, with their plans, and how its
 * indexes are used. It needs the extension pg_stat_statements.
 */
public final class QueryReport {

	private static final String STATEMENTS = """
			select s.query, s.calls, round(s.total_exec_time) as total, round(s.mean_exec_time::numeric, 2) as mean, s.rows
			from pg_stat_statements s join pg_database d on d.oid = s.dbid
			where d.datname = current_database() and s.query ~* '^\\s*(select|with|insert|update|delete)\\M'
			and s.query !~ 'pg_(stat|catalog|class|index)' order by s.total_exec_time desc limit ?""";

	/** The indexes of partitions count for the index that they belong to. */
	private static final String UNUSED = """
			with used as (select coalesce(h.inhparent, s.indexrelid) as id, sum(s.idx_scan) as scans,
			sum(pg_relation_size(s.indexrelid)) as bytes from pg_stat_user_indexes s
			left join pg_inherits h on h.inhrelid = s.indexrelid group by 1)
			select format('%s on %s (%s)', u.id::regclass, x.indrelid::regclass, pg_size_pretty(u.bytes))
			from used u join pg_index x on x.indexrelid = u.id
			where u.scans = 0 and not x.indisunique order by u.bytes desc, 1 limit ?""";

	private static final String SCANNED = """
			with read as (select coalesce(h.inhparent, s.relid) as id, sum(s.seq_scan) as scans,
			sum(s.seq_tup_read) as rows, sum(s.n_live_tup) as live from pg_stat_user_tables s
			left join pg_inherits h on h.inhrelid = s.relid group by 1)
			select format('%s: %s scans of %s rows', id::regclass, scans, live) from read
			where live >= 1000 and scans > 0 order by rows desc, 1 limit ?""";

	private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

	private final Connection connection;

	private final List<String> lines = new ArrayList<>();

	private QueryReport(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Returns the report, line by line.
	 * @param connection a connection to the database, of a role that sees its statements
	 * @param most how many statements, indexes and tables are listed
	 * @throws SQLException if the database has no statistics
	 */
	public static List<String> of(Connection connection, int most) throws SQLException {
		QueryReport report = new QueryReport(connection);
		report.statements(most);
		report.list("Indexes that have never been used:", UNUSED, most);
		report.list("Tables of at least 1000 rows that were read from end to end:", SCANNED, most);
		return report.lines;
	}

	private void statements(int most) throws SQLException {
		List<String> queries = new ArrayList<>();
		List<String> costs = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(STATEMENTS)) {
			statement.setInt(1, most);
			ResultSet rows = statement.executeQuery();
			while (rows.next()) {
				queries.add(rows.getString("query"));
				costs.add("%s ms in all, %s ms each, %s calls, %s rows".formatted(rows.getString("total"),
						rows.getString("mean"), rows.getString("calls"), rows.getString("rows")));
			}
		}
		for (int i = 0; i < queries.size(); i++) {
			this.lines.add("%d. %s".formatted(i + 1, costs.get(i)));
			this.lines.add("   " + queries.get(i).replaceAll("\\s+", " ").strip());
			plan(queries.get(i)).forEach((line) -> this.lines.add("   | " + line));
			this.lines.add("");
		}
	}

	/** The plan does not depend on parameters, whose values are not recorded. */
	private List<String> plan(String query) throws SQLException {
		List<String> plan = new ArrayList<>();
		int parameters = PARAMETER.matcher(query)
			.results()
			.mapToInt((found) -> Integer.parseInt(found.group(1)))
			.max()
			.orElse(0);
		String values = (parameters > 0) ? "(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")" : "";
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("set plan_cache_mode = force_generic_plan");
			try {
				statement.execute("prepare reported as " + query);
				ResultSet rows = statement.executeQuery("explain (costs off) execute reported" + values);
				while (rows.next()) {
					plan.add(rows.getString(1));
				}
			}
			catch (SQLException ex) {
				plan.add("There is no plan: " + String.valueOf(ex.getMessage()).lines().findFirst().orElse(""));
			}
			finally {
				statement.execute("deallocate all");
				statement.execute("reset plan_cache_mode");
			}
		}
		return plan;
	}

	private void list(String title, String query, int most) throws SQLException {
		this.lines.add(title);
		try (PreparedStatement statement = this.connection.prepareStatement(query)) {
			statement.setInt(1, most);
			ResultSet rows = statement.executeQuery();
			while (rows.next()) {
				this.lines.add("   " + rows.getString(1));
			}
		}
		this.lines.add("");
	}

}
