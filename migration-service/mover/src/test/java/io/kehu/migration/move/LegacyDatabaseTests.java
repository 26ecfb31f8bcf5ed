package io.kehu.migration.move;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.RunContext.Settings;
import io.kehu.migration.move.verify.TableReport;
import io.kehu.migration.move.verify.Undo;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("realdata")
class LegacyDatabaseTests {

	private static final Path LEGACY = Path.of(System.getProperty("kehu.realdata", "../../shared/data"), "legacy");

	@TempDir
	private Path folder;

	@Test
	void movesSakilaWithEveryRowAndBack() throws Exception {
		Database source = Servers.restore("sakila", unpacked("sakila_mysql.zip", "schema.sql"),
				unpacked("sakila_mysql.zip", "data.sql"));
		Database target = Servers.postgres();
		RunContext run = Sales.run(source, target, null, Settings.USUAL);
		new Move(run, 2).run((rows) -> {
		});
		List<TableReport> reports = Sales.verified(run);
		assertThat(reports).hasSize(16);
		assertThat(reports.stream().mapToLong(TableReport::loaded).sum()).isEqualTo(47_273);
		assertThat(Servers.query(target, "select sum(amount) from payment"))
			.isEqualTo(Servers.query(source, "select sum(amount) from payment"));
		assertThat(Servers.query(target, "select count(*) from pg_constraint where contype = 'f'").get(0))
			.isEqualTo("22");
		new Undo(run).run((rows) -> {
		});
		assertThat(Servers.query(target,
				"select tablename from pg_tables where schemaname = 'public'" + " and tablename not like 'kehu%'"))
			.isEmpty();
	}

	@Test
	void movesNorthwindToMariaDbWithEveryRow() throws Exception {
		Path dump = LEGACY.resolve("northwind_postgres.sql");
		Assumptions.assumeTrue(Files.exists(dump), () -> "No real data at " + dump);
		Database source = Servers.postgres(Files.readString(dump));
		Database target = Servers.mariaDb();
		RunContext run = Sales.run(source, target, null, Settings.USUAL);
		new Move(run, 2).run((rows) -> {
		});
		Sales.verified(run);
		String lines = "select count(*), sum(quantity), count(distinct order_id) from order_details";
		assertThat(Servers.query(target, lines)).isEqualTo(Servers.query(source, lines));
		String names = "select customer_id, company_name, city from customers order by customer_id";
		assertThat(Servers.query(target, names)).isEqualTo(Servers.query(source, names)).hasSize(91);
	}

	private Path unpacked(String archive, String name) throws IOException {
		Path packed = LEGACY.resolve(archive);
		Assumptions.assumeTrue(Files.exists(packed), () -> "No real data at " + packed);
		try (InputStream input = Files.newInputStream(packed); ZipInputStream zip = new ZipInputStream(input)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().endsWith(name)) {
					Path file = this.folder.resolve(name);
					Files.copy(zip, file);
					return file;
				}
			}
		}
		throw new IOException(packed + " has no " + name);
	}

}
