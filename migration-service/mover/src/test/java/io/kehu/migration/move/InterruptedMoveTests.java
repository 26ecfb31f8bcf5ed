package io.kehu.migration.move;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.RunContext.Settings;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InterruptedMoveTests {

	private static final String CHUNKS = "select count(*) from kehu_move_chunk";

	@Test
	void continuesFromItsCheckpointsWhereverItWasInterrupted() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, Sales.SMALL_CHUNKS);
		boolean done = false;
		for (int attempt = 1; !done; attempt++) {
			AtomicInteger left = new AtomicInteger(4 * attempt);
			try {
				new Move(run, 2).run((rows) -> {
					if (left.decrementAndGet() < 0) {
						throw new CancellationException();
					}
				});
				done = true;
			}
			catch (CancellationException ex) {
				assertThat(chunks(target)).isLessThan(30);
			}
		}
		Sales.verified(run);
		// Three partitions of 8000 rows in chunks of 1000, none of which was repeated
		assertThat(chunks(target)).isBetween(24, 27);
	}

	@Test
	void twoWorkersOfARunLoadNoRowTwiceAndRejectNone() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, Sales.SMALL_CHUNKS);
		List<Exception> failures = new CopyOnWriteArrayList<>();
		Runnable move = () -> {
			try {
				new Move(run, 1).run((rows) -> {
				});
			}
			catch (SQLException | IOException | RuntimeException ex) {
				failures.add(ex);
			}
		};
		Thread other = new Thread(move);
		other.start();
		move.run();
		other.join();
		assertThat(failures).allSatisfy((failure) -> assertThat(failure).isInstanceOf(SQLException.class));
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(Servers.query(target, "select count(*) from kehu_move_reject")).containsExactly("0");
	}

	@Test
	void continuesAfterKeysWithAnyCharacters() throws Exception {
		Database source = Servers.postgres("create table word (a text, b text, n int, primary key (a, b))", """
				insert into word select 'a/' || chr(31) || n % 7, chr(92) || n || chr(39), n
				from generate_series(1, 4500) n""");
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, Sales.SMALL_CHUNKS);
		for (int chunks : new int[] { 1, 3 }) {
			AtomicInteger left = new AtomicInteger(chunks);
			assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> new Move(run, 1).run((rows) -> {
				if (left.decrementAndGet() == 0) {
					throw new CancellationException();
				}
			}));
			assertThat(chunks(target)).isEqualTo(chunks);
		}
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
		assertThat(chunks(target)).isEqualTo(5);
	}

	@Test
	void survivesTheDeathOfTheWorker() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.postgres();
		UUID id = UUID.randomUUID();
		Process worker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), InterruptedMoveTests.class.getName(), id.toString(),
				source.url(), source.user(), source.password(), target.url(), target.user(), target.password())
			.redirectErrorStream(true)
			.redirectOutput(new File("/dev/null"))
			.start();
		try {
			awaitChunks(target, 3);
		}
		finally {
			worker.destroyForcibly().waitFor();
		}
		int before = chunks(target);
		RunContext run = Sales.run(id, source, target, null, Sales.SMALL_CHUNKS);
		assertThat(before).isLessThan(24);
		new Move(run, 2).run((rows) -> {
		});
		assertThat(Servers.query(target, "select count(*), count(distinct id), sum(id) from sale"))
			.isEqualTo(Servers.query(source, "select count(*), count(distinct id), sum(id) from sale"));
		Sales.verified(run);
	}

	@Test
	void survivesTheDeathOfTheTarget() throws Exception {
		Database source = Servers.mariaDb(Sales.TABLE);
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, new Settings(1 << 21, 1000, 0, 12_000));
		AtomicReference<Exception> failure = new AtomicReference<>();
		Thread worker = new Thread(() -> {
			try {
				new Move(run, 2).run((rows) -> {
				});
			}
			catch (Exception ex) {
				failure.set(ex);
			}
		});
		worker.start();
		awaitChunks(target, 2);
		Servers.postgresServer().kill();
		worker.join();
		Servers.postgresServer().start();
		assertThat(failure.get()).isInstanceOf(SQLException.class);
		assertThat(chunks(target)).isLessThan(24);
		RunContext again = new RunContext(run.plan(), source, target, null, Sales.SMALL_CHUNKS);
		new Move(again, 2).run((rows) -> {
		});
		Sales.verified(again);
		assertThat(Servers.query(target, "select count(*) from sale")).containsExactly(Integer.toString(Sales.ROWS));
	}

	@Test
	void repeatsATableWithoutAKeyAsAWhole() throws Exception {
		Database source = Servers.mariaDb("create table log (line int, note varchar(20))",
				"insert into log select seq % 100, 'same' from seq_1_to_5000");
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, Sales.SMALL_CHUNKS);
		assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> new Move(run, 1).run((rows) -> {
			throw new CancellationException();
		}));
		assertThat(chunks(target)).isZero();
		assertThat(Servers.query(target, "select count(*) from log")).containsExactly("0");
		new Move(run, 1).run((rows) -> {
		});
		Sales.verified(run);
	}

	/** Runs a move slowly in a process that is killed. */
	public static void main(String[] arguments) throws Exception {
		Database source = new Database(DatabaseKind.MARIADB, arguments[1], arguments[2], arguments[3],
				java.util.Map.of());
		Database target = new Database(DatabaseKind.POSTGRESQL, arguments[4], arguments[5], arguments[6],
				java.util.Map.of());
		RunContext run = Sales.run(UUID.fromString(arguments[0]), source, target, null,
				new Settings(1 << 21, 1000, 0, 6_000));
		new Move(run, 2).run((rows) -> {
		});
	}

	private static void awaitChunks(Database target, int wanted) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInterval(Duration.ofMillis(20))
			.ignoreExceptions()
			.until(() -> chunks(target) >= wanted);
	}

	private static int chunks(Database target) throws SQLException {
		List<String> count = Servers.query(target, CHUNKS);
		return Integer.parseInt(count.get(0));
	}

}
