package io.kehu.migration.move;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.JoinedQuery;
import io.kehu.migration.move.database.JoinedQuery.Joined;
import io.kehu.migration.move.database.JoinedQuery.Selected;
import io.kehu.migration.move.database.JoinedRow;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.SourceText;
import io.kehu.migration.move.database.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JoinedQueryTests {

	@Test
	void readsTextsOfMariaDbAsTheyAreStoredPieceByPiece() throws Exception {
		Database database = Servers.mariaDb("create table city (id int primary key, name varchar(20))",
				"insert into city values (1, 'Köln')",
				"create table person (code char(3) character set latin1 primary key, name varchar(20) character set utf8mb4,"
						+ " born datetime, flag bit(1), city int)",
				"insert into person values ('é1', 'Zoë', '0000-00-00', b'1', 1), ('a2', 'x', '1999-12-31 23:59:59', b'0', 9),"
						+ " ('c3', null, null, null, null)");
		Schema schema = Schema.read(database);
		JoinedQuery query = query(schema, "person", "city");
		try (Connection connection = database.openSnapshot()) {
			List<JoinedRow> rows = inPieces(query, connection, 2);
			assertThat(rows).extracting((row) -> row.shownKey() + " " + texts(row))
				.containsExactly("[a2] [a2, x, 1999-12-31 23:59:59, 0, 9, null, null]",
						"[c3] [c3, null, null, null, null, null, null]",
						"[é1] [é1, Zoë, 0000-00-00 00:00:00, 1, 1, 1, Köln]");
			assertThat(query.of(connection, List.of(rows.get(2).key()))).containsExactly(rows.get(2));
			assertThat(query.count(connection, "city = 1")).isEqualTo(1);
		}
	}

	@Test
	void readsTextsOfPostgreSql() throws Exception {
		Database database = Servers.postgres("create table city (id int primary key, name text)",
				"insert into city values (1, 'Köln')",
				"create table person (a int, b text, at timestamptz, rate real, city int, primary key (a, b))",
				"insert into person values (1, 'x', '2020-01-01 12:00:00+02', 0.05, 1), (1, 'y', null, null, null),"
						+ " (2, 'a', null, 1e10, 7)");
		JoinedQuery query = query(Schema.read(database), "person", "city");
		try (Connection connection = database.openSnapshot()) {
			assertThat(inPieces(query, connection, 1)).extracting((row) -> row.key() + " " + texts(row))
				.containsExactly("[1, x] [1, x, 2020-01-01 10:00:00, 0.05, 1, 1, Köln]",
						"[1, y] [1, y, null, null, null, null, null]", "[2, a] [2, a, null, 1e+10, 7, null, null]");
		}
	}

	private static JoinedQuery query(Schema schema, String main, String other) {
		Table table = schema.table(main).orElseThrow();
		Table joined = schema.table(other).orElseThrow();
		List<Selected> selected = new ArrayList<>();
		table.columns().forEach((column) -> selected.add(Selected.of(main, column)));
		joined.columns().forEach((column) -> selected.add(Selected.of("home", column)));
		Selected city = Selected.of(main, table.column("city").orElseThrow());
		return new JoinedQuery(schema.kind(), table, table.key(),
				List.of(new Joined("home", joined, Map.of("id", city))), selected);
	}

	private static List<JoinedRow> inPieces(JoinedQuery query, Connection connection, int size) throws Exception {
		List<JoinedRow> rows = new ArrayList<>(query.next(connection, null, null, size));
		for (List<JoinedRow> piece = List.copyOf(rows); piece.size() == size;) {
			piece = query.next(connection, null, rows.get(rows.size() - 1).key(), size);
			rows.addAll(piece);
		}
		return rows;
	}

	private static List<String> texts(JoinedRow row) {
		return row.values().stream().map(SourceText::text).map(String::valueOf).toList();
	}

}
