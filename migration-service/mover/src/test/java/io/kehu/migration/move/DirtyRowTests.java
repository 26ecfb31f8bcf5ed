package io.kehu.migration.move;

import java.util.List;
import java.util.Map;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.load.RejectBudgetException;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.RunContext.Settings;
import io.kehu.migration.move.plan.ColumnRule;
import io.kehu.migration.move.plan.TableRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DirtyRowTests {

	private static final String[] SOURCE = { """
			create table dirty (id int primary key, born date, spent time, big bigint unsigned, flag tinyint(1),
			  note varchar(100), latin varchar(50) character set latin1, raw varbinary(50), code varchar(20),
			  amount varchar(20), parent int, alt int)""",
			"insert into dirty (id, born, spent, flag, alt) values (1, '1980-02-29', '10:00:00', 1, 7)",
			"insert into dirty (id, born) values (2, '0000-00-00')",
			"insert into dirty (id, spent) values (3, '838:59:59')",
			"insert into dirty (id, big) values (4, 18446744073709551615)",
			"insert into dirty (id, flag) values (5, 2)",
			"insert into dirty (id, note) values (6, concat('a', char(0), 'b'))",
			"insert into dirty (id, raw) values (7, x'41C328')", "insert into dirty (id, code) values (8, 'longer')",
			"insert into dirty (id, amount) values (9, 'NaN')", "insert into dirty (id, parent) values (10, 999)",
			"insert into dirty (id, alt) values (11, 7)",
			"insert into dirty (id, latin) values (12, _latin1 x'C3A9')" };

	private static final String TARGET = """
			create table dirty (id int primary key, born date, spent time, big numeric(20), flag boolean, note text,
			  latin text, raw text, code varchar(5), amount numeric(10,2), parent int references dirty,
			  alt int unique)""";

	private static final TableRule RULE = new TableRule("dirty", null,
			Map.of("latin", new ColumnRule(null, null, false, "UTF-8")), List.of(), null);

	@Test
	void loadsEachRowRightOrRejectsItWithItsReason() throws Exception {
		Database source = Servers.mariaDb(SOURCE);
		Database target = Servers.postgres(TARGET);
		RunContext run = Sales.run(source, target, null, new Settings(1 << 21, 50_000, 9, 0), RULE);
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(Servers.query(target, "select id, born, big, latin from dirty order by id"))
			.containsExactly("1|1980-02-29|null|null", "4|null|18446744073709551615|null", "12|null|null|é");
		assertThat(Servers.query(target,
				"select row_key, column_name, value, code from kehu_move_reject order by row_key::int"))
			.containsExactly("2|born|0000-00-00|zero_date", "3|spent|838:59:59|out_of_range", "5|flag|2|not_boolean",
					"6|note|a\\x00b|nul_character", "7|raw|A\\xc3(|invalid_encoding", "8|code|longer|too_long",
					"9|amount|NaN|not_finite", "10|parent|999|missing_reference", "11|alt|7|duplicate_key");
	}

	@Test
	void failsAboveTheRejectBudgetWithoutAnyOfTheChunk() throws Exception {
		Database source = Servers.mariaDb(SOURCE);
		Database target = Servers.postgres(TARGET);
		RunContext run = Sales.run(source, target, null, new Settings(1 << 21, 50_000, 8, 0), RULE);
		assertThatExceptionOfType(RejectBudgetException.class).isThrownBy(() -> new Move(run, 1).run((rows) -> {
		})).withMessageContaining("More than 8 rows");
		assertThat(Servers.query(target, "select count(*) from dirty")).containsExactly("0");
		assertThat(Servers.query(target, "select count(*) from kehu_move_reject")).containsExactly("0");
	}

	@Test
	void keepsWhatTheStewardAsksToKeep() throws Exception {
		Database source = Servers.mariaDb(SOURCE);
		Database target = Servers.postgres();
		TableRule rule = new TableRule("dirty", null, Map.of("born", new ColumnRule(null, null, true, null), "spent",
				new ColumnRule(null, "interval", false, null), "flag", new ColumnRule(null, "smallint", false, null)),
				List.of("note", "latin", "raw"), null);
		RunContext run = Sales.run(source, target, null, Settings.USUAL, rule);
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(Servers.query(target, "select count(*), max(spent), max(flag), count(born) from dirty"))
			.containsExactly("12|838:59:59|2|1");
	}

	@Test
	void rejectsWhatMariaDbCannotHold() throws Exception {
		Database source = Servers.postgres("create table n (id int primary key, x double precision, d date, t text)",
				"insert into n values (1, 'NaN', null, null), (2, 1.5, 'infinity', null), (3, 2.5, null, 'ok')");
		Database target = Servers
			.mariaDb("create table n (id int primary key, x double, d date, t varchar(10)) engine = InnoDB");
		RunContext run = Sales.run(source, target, null, new Settings(1 << 21, 50_000, 2, 0));
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(Servers.query(target, "select id, code from kehu_move_reject join n on 1 = 1 order by code"))
			.containsExactly("3|invalid_date", "3|not_finite");
	}

}
