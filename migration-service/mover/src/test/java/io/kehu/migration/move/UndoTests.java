package io.kehu.migration.move;

import java.util.List;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.RunContext.Settings;
import io.kehu.migration.move.load.TargetTables;
import io.kehu.migration.move.verify.Undo;
import io.kehu.migration.move.verify.Undo.UndoneTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UndoTests {

	private static final String[] SOURCE = {
			"create table item (id int primary key, name varchar(20), price decimal(8,2))",
			"insert into item select seq, concat('Item ', seq), seq / 4 from seq_1_to_3000" };

	private static final String TARGET = "create table item (id int primary key, name varchar(20), price numeric(8,2))";

	@Test
	void dropsWhatTheRunCreated() throws Exception {
		Database target = Servers.postgres();
		RunContext run = Sales.run(Servers.mariaDb(SOURCE), target, null, Sales.SMALL_CHUNKS);
		new Move(run, 1).run((rows) -> {
		});
		List<UndoneTable> undone = new Undo(run).run((rows) -> {
		});
		assertThat(undone).containsExactly(new UndoneTable("item", 3000, 0, List.of(), true));
		assertThat(Servers.query(target, "select tablename from pg_tables where tablename = 'item'")).isEmpty();
		assertThat(new Undo(run).run((rows) -> {
		})).isEmpty();
	}

	@Test
	void restoresTheStateBeforeTheRunWhenRowsWereThere() throws Exception {
		for (Database target : List.of(Servers.postgres(TARGET),
				Servers.mariaDb("create table item (id int primary key, name varchar(20), price decimal(8,2))"))) {
			Servers.execute(target, "insert into item values (5, 'Item 5', 1.25), (9, 'Own', 3), (99999, 'Own', 4)");
			RunContext run = Sales.run(Servers.mariaDb(SOURCE), target, null, new Settings(1 << 21, 1000, 2, 0));
			var before = TargetTables.totals(run.plan(), run.plan().tables().get(0), target);
			new Move(run, 1).run((rows) -> {
			});
			Sales.verified(run);
			assertThat(Servers.query(target, "select count(*) from item")).containsExactly("3001");
			assertThat(new Undo(run).run((rows) -> {
			})).containsExactly(new UndoneTable("item", 2998, 0, List.of(), false));
			assertThat(TargetTables.totals(run.plan(), run.plan().tables().get(0), target).matches(before)).isTrue();
		}
	}

	@Test
	void keepsAndListsWhatWasChangedSince() throws Exception {
		Database target = Servers.postgres(TARGET, "create table sold (item int references item)");
		RunContext run = Sales.run(Servers.mariaDb(SOURCE), target, null, Sales.SMALL_CHUNKS);
		new Move(run, 1).run((rows) -> {
		});
		Servers.execute(target, "update item set name = 'item 1500' where id = 1500", "delete from item where id = 7",
				"insert into sold values (2500)");
		assertThat(new Undo(run).run((rows) -> {
		})).containsExactly(new UndoneTable("item", 2997, 2, List.of("1500", "2500"), false));
		assertThat(Servers.query(target, "select id from item order by id")).containsExactly("1500", "2500");
	}

	@Test
	void undoesAPartialRun() throws Exception {
		Database target = Servers
			.mariaDb("create table item (id int primary key, name varchar(20), price decimal(8,2))");
		RunContext run = Sales.run(Servers.mariaDb(SOURCE), target, null, Sales.SMALL_CHUNKS);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> new Move(run, 1).run((rows) -> {
			throw new IllegalStateException("interrupted");
		}));
		assertThat(Servers.query(target, "select count(*) from item")).containsExactly("1000");
		assertThat(new Undo(run).run((rows) -> {
		})).containsExactly(new UndoneTable("item", 1000, 0, List.of(), false));
		assertThat(Servers.query(target, "select count(*) from item")).containsExactly("0");
	}

}
