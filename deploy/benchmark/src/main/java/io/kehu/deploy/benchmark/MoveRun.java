package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.kehu.migration.move.Move;
import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.chunk.Compression;
import io.kehu.migration.move.chunk.RunKey;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.Planner;
import io.kehu.migration.move.plan.TableRule;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Moves the order lines once and prints the seconds and the peak memory.
 */
@Command(name = "move-run", hidden = true, description = "One move of order lines.")
final class MoveRun implements Callable<Integer> {

	private static final double SECOND = 1e9;

	private static final int FETCHED = 500;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", description = "pipe, raw, zstd, lz4 or deflate")
	private String method = "raw";

	@Parameters(index = "1", description = "The JDBC URL of the source")
	private String source = "";

	@Parameters(index = "2", description = "The password of the source")
	private String sourcePassword = "";

	@Parameters(index = "3", description = "The JDBC URL of the target")
	private String target = "";

	@Parameters(index = "4", description = "The role and the password of the target")
	private String role = "";

	@Parameters(index = "5", description = "Partitions at a time")
	private int threads = 2;

	@Override
	public Integer call() throws Exception {
		long rest = OwnProcess.residentMebibytes();
		long start = System.nanoTime();
		if (this.method.equals("pipe")) {
			pipe();
		}
		else {
			move();
		}
		double seconds = (System.nanoTime() - start) / SECOND;
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(String.format(Locale.ROOT, "%.2f %d", seconds, OwnProcess.residentMebibytes() - rest));
		out.flush();
		return 0;
	}

	private void move() throws Exception {
		Database from = new Database(DatabaseKind.MARIADB, this.source, "root", this.sourcePassword, Map.of());
		Database to = new Database(DatabaseKind.POSTGRESQL, this.target, this.role, this.role, Map.of());
		MovePlan plan = new Planner(from, to, this.threads).plan(UUID.randomUUID(),
				List.of(TableRule.asIs(MoveBenchmark.TABLE)));
		Path folder = Files.createTempDirectory("kehu-move-");
		ChunkStore store = this.method.equals("raw") ? null : store(folder);
		try {
			new Move(new RunContext(plan, from, to, store, RunContext.Settings.USUAL), this.threads).run((rows) -> {
			});
		}
		finally {
			shred(store, folder);
		}
	}

	private ChunkStore store(Path folder) throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(3072);
		return new ChunkStore(folder, RunKey.create("benchmark", generator.generateKeyPair().getPublic()),
				Compression.valueOf(this.method.toUpperCase(Locale.ROOT)));
	}

	private static void shred(@Nullable ChunkStore store, Path folder) throws IOException {
		if (store != null) {
			store.shred();
		}
		Files.deleteIfExists(folder);
	}

	/** The reference: text from one connection to another, without checks or digests. */
	private void pipe() throws SQLException {
		try (Connection from = DriverManager.getConnection(this.source, "root", this.sourcePassword);
				Connection to = DriverManager.getConnection(this.target, this.role, this.role);
				Statement select = from.createStatement();
				Statement create = to.createStatement()) {
			create.execute(MoveBenchmark.POSTGRESQL);
			select.setFetchSize(FETCHED);
			CopyIn copy = to.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + MoveBenchmark.TABLE + " from stdin");
			StringBuilder lines = new StringBuilder();
			try (ResultSet rows = select.executeQuery("select * from " + MoveBenchmark.TABLE)) {
				int columns = rows.getMetaData().getColumnCount();
				while (rows.next()) {
					for (int column = 1; column <= columns; column++) {
						String value = rows.getString(column);
						lines.append((value != null) ? value : "\\N").append((column < columns) ? '\t' : '\n');
					}
					if (lines.length() > 1 << 16) {
						write(copy, lines);
					}
				}
			}
			write(copy, lines);
			copy.endCopy();
		}
	}

	private static void write(CopyIn copy, StringBuilder lines) throws SQLException {
		byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
		copy.writeToCopy(bytes, 0, bytes.length);
		lines.setLength(0);
	}

}
