package io.kehu.deploy.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.profile.TableProfiler;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.staging.StagingCipher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Reads, profiles and stages a CSV file of order lines; the reference is FastCSV reading
 * the same file with everything told beforehand, in turn.
 */
@Command(name = "profile", mixinStandardHelpOptions = true, description = "Reading, profiling and staging a CSV file.")
final class ProfileBenchmark implements Callable<Integer> {

	private static final double SECOND = 1e9;

	private static final String REFERENCE = "FastCSV alone";

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--rows", defaultValue = "1000000", description = "Rows (${DEFAULT-VALUE})")
	private int rows;

	@Option(names = "--rounds", defaultValue = "3", description = "Rounds after one that warms up (${DEFAULT-VALUE})")
	private int rounds;

	@Option(names = "--seed", defaultValue = "1", description = "Seed of the rows (${DEFAULT-VALUE})")
	private long seed;

	private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

	@Override
	public Integer call() throws Exception {
		Path directory = Files.createTempDirectory("kehu-profile");
		Path file = directory.resolve("lines.csv");
		try {
			write(file);
			StagingArea area = new StagingArea(directory, StagingCipher.of(List.of(new byte[StagingCipher.KEY_BYTES])));
			for (int round = 0; round <= this.rounds; round++) {
				measure(file, area);
				if (round == 0) {
					this.seconds.clear();
				}
			}
			print(Files.size(file));
		}
		finally {
			try (Stream<Path> files = Files.walk(directory)) {
				for (Path left : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(left);
				}
			}
		}
		return 0;
	}

	private void measure(Path file, StagingArea area) throws Exception {
		time(REFERENCE, () -> {
			try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
				return reader.stream().count() - 1;
			}
		});
		time("read", () -> {
			try (RowSource source = Intake.standard().open(file)) {
				return count(source);
			}
		});
		time("read and profile", () -> {
			try (RowSource source = Intake.standard().open(file)) {
				return TableProfiler.profile(source).rows();
			}
		});
		time("read and stage", () -> {
			try (RowSource source = Intake.standard().open(file)) {
				return area.stage("lines", source, 100_000).rows();
			}
		});
		time("read what is staged", () -> staged(area));
	}

	private static long count(RowSource source) throws IOException {
		while (source.next() != null) {
			// Only reading is measured
		}
		return source.report().rows();
	}

	private static long staged(StagingArea area) throws IOException {
		StagedSet set = area.open("lines");
		long count = 0;
		for (StagedPartition partition : set.partitions()) {
			try (StagedRows rows = area.read(set.id(), partition.number())) {
				for (Row row = rows.next(); row != null; row = rows.next()) {
					count++;
				}
			}
		}
		return count;
	}

	private void time(String name, Callable<Long> work) throws Exception {
		long start = System.nanoTime();
		long count = work.call();
		double taken = (System.nanoTime() - start) / SECOND;
		if (count != this.rows) {
			throw new IllegalStateException("%s: %,d rows instead of %,d".formatted(name, count, this.rows));
		}
		this.seconds.computeIfAbsent(name, (absent) -> new ArrayList<>()).add(taken);
	}

	private void print(long bytes) {
		PrintWriter out = this.spec.commandLine().getOut();
		double reference = median(REFERENCE);
		out.println("| %,d rows, %,d MB | seconds (median of %d) | rows/s | MB/s | speed against FastCSV |"
			.formatted(this.rows, bytes >> 20, this.rounds));
		out.println("|---|---|---|---|---|");
		for (String name : this.seconds.keySet()) {
			double median = median(name);
			out.println("| %s | %.2f | %,.0f | %,.0f | %.2f |".formatted(name, median, this.rows / median,
					bytes / median / (1 << 20), reference / median));
		}
		out.flush();
	}

	private double median(String name) {
		double[] sorted = this.seconds.getOrDefault(name, List.of())
			.stream()
			.mapToDouble(Double::doubleValue)
			.sorted()
			.toArray();
		return sorted[sorted.length / 2];
	}

	/** Order lines with what order lines have: repeated words, gaps, outliers. */
	private void write(Path file) throws IOException {
		SplittableRandom random = new SplittableRandom(this.seed);
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			writer.write("order,sku,description,quantity,date,price,customer,country,email\n");
			for (int row = 0; row < this.rows; row++) {
				int order = row / 12;
				int sku = random.nextInt(4_000);
				int customer = (int) (order * 7L % 40_009);
				writer.write("%d,%05d,PRODUCT %d \u00E4%s,%d,2024-%02d-%02d 1%d:%02d:00,%d.%02d,%s,%s,c%d@example.com\n"
					.formatted(100_000 + order, sku, sku % 700, (sku % 9 == 0) ? " " : "",
							(random.nextInt(500) == 0) ? 90_000 : 1 + random.nextInt(40), 1 + order % 12,
							1 + order % 28, order % 10, order % 60, 1 + sku % 90, sku % 100,
							(order % 4 == 0) ? "" : Integer.toString(customer),
							(customer % 5 == 0) ? "France" : "Germany", customer));
			}
		}
	}

}
