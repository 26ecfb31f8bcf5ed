package io.kehu.migration.move;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;

import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.chunk.Compression;
import io.kehu.migration.move.chunk.RunKey;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.RunContext.Settings;
import io.kehu.migration.move.plan.PlanException;
import io.kehu.migration.move.plan.TableRule;
import io.kehu.migration.move.verify.TableReport;
import io.kehu.migration.move.verify.Undo;
import io.kehu.migration.move.verify.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MoveTests {

	@TempDir
	private Path folder;

	@Test
	void movesADividedTableThroughStaging() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, store(), Sales.SMALL_CHUNKS);
		assertThat(run.plan().tables().get(0).partitions()).hasSize(3);
		AtomicLong progress = new AtomicLong();
		new Move(run, 2).run(progress::addAndGet);
		TableReport report = Sales.verified(run).get(0);
		assertThat(progress).hasValue(Sales.ROWS);
		assertThat(report.loaded()).isEqualTo(Sales.ROWS);
		assertThat(report.samples()).hasSize(3).allSatisfy((row) -> assertThat(row.target()).isEqualTo(row.source()));
		String sums = "select count(*), sum(quantity), sum(price), count(note), min(sold), max(id) from sale";
		assertThat(Servers.query(target, sums)).hasSize(1).first().asString().startsWith(Sales.ROWS + "|");
		assertThat(Servers.query(target, "select sum(quantity), sum(price), max(note), count(note) from sale"))
			.isEqualTo(Servers.query(source, "select sum(quantity), sum(price), max(note), count(note) from sale"));
	}

	@Test
	void movesByRegionWithoutStagingBetweenMariaDbDatabases() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.mariaDb();
		RunContext run = Sales.run(source, target, null, Sales.SMALL_CHUNKS,
				new TableRule("sale", "sales", Map.of(), List.of(), "region"));
		assertThat(run.plan().tables().get(0).partitions()).allSatisfy((part) -> assertThat(part).contains("region"));
		new Move(run, 2).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(Servers.query(target, "select region, count(*), sum(price) from sales group by region order by 1"))
			.isEqualTo(
					Servers.query(source, "select region, count(*), sum(price) from sale group by region order by 1"));
	}

	@Test
	void movesFromPostgresqlToPostgresqlAndToMariaDb() throws Exception {
		Database source = Servers.postgres("create type mood as enum ('good', 'bad')", """
				create table thing (id uuid primary key, flag boolean, small smallint, big bigint, exact numeric,
				  narrow real, wide double precision, name varchar(30), padded char(5), doc jsonb, raw bytea, day date,
				  clock time, stamp timestamp, instant timestamptz, mood mood, tags text[])""",
				"""
						insert into thing select gen_random_uuid(), n % 2 = 0, n, n * 1000000007::bigint, n / 8.0, n / 3.0, n / 7.0,
						  'Zoë ' || n, 'ab', jsonb_build_object('n', n), decode('00ff', 'hex'), date '2024-01-01' + n,
						  time '12:00' + n * interval '1 second', timestamp '2024-01-01 10:00:00.123456',
						  timestamptz '2024-01-01 10:00:00+02', 'good', array['a', 'b'] from generate_series(1, 50) n""");
		Database postgres = Servers.postgres();
		RunContext same = Sales.run(source, postgres, store(), Settings.USUAL);
		assertThat(same.plan().notes()).anySatisfy((note) -> assertThat(note).contains("mood becomes text"));
		new Move(same, 1).run((rows) -> {
		});
		Sales.verified(same);
		String all = "select *, stamp::text from thing order by id";
		assertThat(Servers.query(postgres, all)).isEqualTo(Servers.query(source, all));
		Database mariaDb = Servers.mariaDb();
		RunContext other = Sales.run(source, mariaDb, null, Settings.USUAL);
		new Move(other, 1).run((rows) -> {
		});
		Sales.verified(other);
		assertThat(Servers.query(mariaDb, "select count(*), sum(big), min(instant), max(name), max(tags) from thing"))
			.containsExactly("50|1275000008925|2024-01-01 08:00:00.000000|Zoë 9|{a,b}");
	}

	@Test
	void dividesTablesOfPostgresqlByTheOrderOfTheirKeys() throws Exception {
		Database source = Servers.postgres("create table n (id int primary key)",
				"insert into n select generate_series(1, 20000)", "analyze n");
		RunContext run = Sales.run(source, Servers.postgres(), null, Settings.USUAL);
		assertThat(run.plan().tables().get(0).partitions()).containsExactly("\"id\" < 6667",
				"\"id\" >= 6667 and \"id\" < 13334", "\"id\" >= 13334");
	}

	@Test
	void carriesOverForeignKeysAndRejectsOrphans() throws Exception {
		Database source = Servers.mariaDb("create table parent (id int primary key)", """
				create table child (id int primary key, parent int, boss int,
				  foreign key (parent) references parent (id), foreign key (boss) references child (id))""",
				"insert into parent values (1), (2)", "set foreign_key_checks = 0",
				"insert into child values (1, 1, 2), (2, 2, null), (3, 9, null), (4, null, 3), (5, 1, 4)");
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, new Settings(1 << 21, 2, 3, 0));
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(Servers.query(target, "select id from child order by id")).containsExactly("1", "2");
		assertThat(Servers.query(target, "select row_key, column_name, code from kehu_move_reject order by row_key"))
			.containsExactly("3|parent|missing_reference", "4|boss|missing_reference", "5|boss|missing_reference");
		assertThat(Servers.query(target, "select count(*) from pg_constraint where contype = 'f'"))
			.containsExactly("2");
		new Undo(run).run((rows) -> {
		});
		assertThat(Servers.query(target, "select count(*) from pg_tables where tablename in ('parent', 'child')"))
			.containsExactly("0");
	}

	@Test
	void findsAFlippedByteWithItsChunkAndKey() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, store(), Sales.SMALL_CHUNKS);
		new Move(run, 2).run((rows) -> {
		});
		Servers.execute(target, "update sale set note = overlay(note placing 'x' from 3 for 1) where id = 36000",
				"delete from sale where id = 3");
		TableReport report = new Verification(run).run().get(0);
		assertThat(report.verified()).isFalse();
		assertThat(report.differences()).extracting(TableReport.Difference::key, TableReport.Difference::what)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("3", "missing"),
					org.assertj.core.groups.Tuple.tuple("36000", "changed"));
		assertThat(report.differences().get(0).chunk()).isZero();
	}

	@Test
	void keepsTimesThatTheZoneOfThisMachineSkips() throws Exception {
		TimeZone zone = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
		try {
			Database source = Servers.mariaDb("set time_zone = '+00:00'", """
					create table shift (begun datetime(3), primary key (begun), ended timestamp null, day date,
					  length time(6))""",
					"insert into shift values ('2024-03-31 02:30:00.125', '2024-03-31 02:30:00', '1894-04-01',"
							+ " '00:00:00.000001'), ('2024-10-27 02:30:00', '2024-10-27 01:30:00', null, '23:59:59')");
			Database target = Servers.postgres();
			RunContext run = Sales.run(source, target, null, Settings.USUAL);
			new Move(run, 1).run((rows) -> {
			});
			Sales.verified(run);
			assertThat(Servers.query(target,
					"select begun::text, (ended at time zone 'UTC')::text, day::text, length::text"
							+ " from shift order by begun"))
				.containsExactly("2024-03-31 02:30:00.125|2024-03-31 02:30:00|1894-04-01|00:00:00.000001",
						"2024-10-27 02:30:00|2024-10-27 01:30:00|null|23:59:59");
		}
		finally {
			TimeZone.setDefault(zone);
		}
	}

	@Test
	void continuesTheNumbersOfLoadedRows() throws Exception {
		Database source = Servers.mariaDb("create table item (id int auto_increment primary key, name varchar(20))",
				"insert into item values (7, 'a'), (41, 'b')");
		Database created = Servers.postgres();
		Database existing = Servers.postgres("create table item (id serial primary key, name text)");
		Database mariaDb = Servers.mariaDb();
		for (Database target : List.of(created, existing, mariaDb)) {
			RunContext run = Sales.run(source, target, null, Settings.USUAL);
			new Move(run, 1).run((rows) -> {
			});
			Servers.execute(target, "insert into item (name) values ('c')");
			assertThat(Servers.query(target, "select id from item where name = 'c'")).containsExactly("42");
		}
	}

	@Test
	void notesWhatStaysBehind() throws Exception {
		Database source = Servers.mariaDb("create table kind (id int primary key, code char(2) unique)", """
				create table item (id int primary key, state int not null default 1, code char(2), kind int,
				  key by_state (state), foreign key by_code (code) references kind (code),
				  foreign key by_kind (kind) references kind (id))""");
		List<String> notes = Sales.run(source, Servers.postgres(), null, Settings.USUAL).plan().notes();
		assertThat(notes).anySatisfy((note) -> assertThat(note).contains("item", "indexes", "by_state"))
			.anySatisfy((note) -> assertThat(note).contains("item", "defaults", "state"))
			.anySatisfy((note) -> assertThat(note).contains("item", "foreign key", "kind"))
			.anySatisfy((note) -> assertThat(note).contains("Views, triggers"))
			.anySatisfy((note) -> assertThat(note).contains("snapshot"));
	}

	@Test
	void demandsThatEachColumnIsMappedOrIgnored() throws Exception {
		Database source = Servers.mariaDb("create table item (id int primary key, name varchar(10), extra int)");
		Database target = Servers.postgres("create table item (id int primary key, name text)");
		assertThatExceptionOfType(PlanException.class).isThrownBy(() -> Sales.run(source, target, null, Settings.USUAL))
			.withMessageContaining("item.extra");
		TableRule ignoring = new TableRule("item", null, Map.of(), List.of("extra"), null);
		assertThat(Sales.run(source, target, null, Settings.USUAL, ignoring).plan().tables().get(0).columns())
			.hasSize(2);
		assertThatExceptionOfType(PlanException.class)
			.isThrownBy(() -> Sales.run(source, target, null, Settings.USUAL, TableRule.asIs("itme")))
			.withMessageContaining("itme");
	}

	private ChunkStore store() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return new ChunkStore(this.folder.resolve("staged"),
				RunKey.create("test", generator.generateKeyPair().getPublic()), Compression.ZSTD);
	}

}
