package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import io.kehu.platform.embedded.MariaDbServer;
import io.kehu.platform.embedded.PostgresDatabases;
import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures how fast order lines move from MariaDB to PostgreSQL, both started for this:
 * directly and through encrypted staging, beside a plain pipe and, if it is installed,
 * pgloader. The methods alternate; the medians are printed.
 */
@Command(name = "move", mixinStandardHelpOptions = true,
		description = "Order lines from MariaDB to PostgreSQL, rows per second. Needs a build with -Dmariadb.")
final class MoveBenchmark implements Callable<Integer> {

	static final String TABLE = "order_line";

	static final String POSTGRESQL = """
			create table order_line (id integer primary key, invoice varchar(10) not null, sku varchar(20),
			  description varchar(80), quantity integer, invoiced timestamp, price numeric(10,3), customer integer,
			  country varchar(30))""";

	private static final String MARIADB = """
			create table order_line (id int not null primary key, invoice varchar(10) not null, sku varchar(20),
			  description varchar(80), quantity int, invoiced datetime, price decimal(10,3), customer int,
			  country varchar(30)) engine = InnoDB default charset = utf8mb4""";

	/** Shaped like the lines of a shop: 20 per invoice, a quarter without a customer. */
	private static final String ROWS = """
			insert into order_line select seq, 536365 + seq div 20, concat(10000 + seq % 4070, substr('ABCDE', seq % 7, 1)),
			  concat(elt(1 + seq % 5, 'WHITE HANGING HEART', 'RED RETROSPOT', 'REGENCY CAKESTAND', 'JUMBO BAG',
			  'SET OF COLOURED'), ' HOLDER NO ', seq % 4070), if(seq % 61 = 0, -1, 1) * cast(1 + seq % 24 as signed),
			  date_add('2010-12-01 08:26', interval seq * 10 second), (42 + seq % 1253) / 100,
			  if(seq % 4 = 0, null, 12346 + seq % 4372), elt(1 + seq % 4, 'United Kingdom', 'France', 'EIRE', 'Germany')
			from seq_1_to_""";

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--rows", defaultValue = "2167636", description = "Rows (${DEFAULT-VALUE})")
	private int rows;

	@Option(names = "--runs", defaultValue = "5", description = "Runs of each method (${DEFAULT-VALUE})")
	private int runs;

	@Option(names = "--threads", defaultValue = "2", description = "Partitions at a time (${DEFAULT-VALUE})")
	private int threads;

	@Option(names = "--methods", split = ",", defaultValue = "pipe,raw,zstd,lz4,deflate",
			description = "pipe, raw, zstd, lz4, deflate (${DEFAULT-VALUE})")
	private List<String> methods = List.of();

	@Option(names = "--pgloader", defaultValue = "pgloader", description = "The executable (${DEFAULT-VALUE})")
	private String pgloader = "";

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		try (MariaDbServer source = new MariaDbServer(ServerSettings.forTests());
				PostgresServer target = new PostgresServer(ServerSettings.forTests())) {
			source.start();
			target.start();
			source.execute("create database shop; use shop; " + MARIADB + "; " + ROWS + this.rows
					+ "; analyze table order_line");
			List<String> all = new ArrayList<>(this.methods);
			if (hasPgloader()) {
				all.add("pgloader");
			}
			else {
				out.println("pgloader is not installed; the reference is the pipe.");
			}
			Map<String, List<double[]>> measured = new LinkedHashMap<>();
			for (int run = 0; run < this.runs; run++) {
				for (String method : all) {
					measured.computeIfAbsent(method, (name) -> new ArrayList<>())
						.add(measure(method, source, target.databases()));
				}
			}
			print(out, measured);
			return 0;
		}
	}

	private double[] measure(String method, MariaDbServer source, PostgresDatabases target) throws Exception {
		target.dropDatabase("shop", "shop");
		target.createDatabase("shop", "shop", "shop");
		if (method.equals("pgloader")) {
			long start = System.nanoTime();
			OwnProcess.run(new ProcessBuilder(this.pgloader,
					"mysql://root:%s@127.0.0.1:%d/shop".formatted(source.password(), source.port()),
					target.jdbcUrl("shop").replace("jdbc:postgresql://", "postgresql://shop:shop@")));
			return new double[] { (System.nanoTime() - start) / 1e9, 0 };
		}
		String[] printed = OwnProcess.run(List.of("-Xmx192m", "-XX:+UseSerialGC"),
				List.of("move-run", method, source.jdbcUrl("shop") + "?sslMode=disable", source.password(),
						target.jdbcUrl("shop"), "shop", Integer.toString(this.threads)))
			.split(" ", -1);
		return new double[] { Double.parseDouble(printed[0]), Double.parseDouble(printed[1]) };
	}

	private void print(PrintWriter out, Map<String, List<double[]>> measured) {
		String reference = measured.containsKey("pgloader") ? "pgloader" : measured.keySet().iterator().next();
		double base = this.rows / median(measured.getOrDefault(reference, List.of()), 0);
		out.println("| %,d rows, %d runs | rows/s | x %s | MiB over rest |".formatted(this.rows, this.runs, reference));
		out.println("|---|---:|---:|---:|");
		measured.forEach((method, figures) -> {
			double speed = this.rows / median(figures, 0);
			out.println(String.format(Locale.ROOT, "| %s | %,.0f | %.2f | %.0f |", method, speed, speed / base,
					median(figures, 1)));
		});
		out.flush();
	}

	private static double median(List<double[]> figures, int place) {
		return figures.stream()
			.mapToDouble((figure) -> figure[place])
			.sorted()
			.skip(figures.size() / 2)
			.findFirst()
			.orElse(0);
	}

	private boolean hasPgloader() {
		try {
			OwnProcess.run(new ProcessBuilder(this.pgloader, "--version"));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
