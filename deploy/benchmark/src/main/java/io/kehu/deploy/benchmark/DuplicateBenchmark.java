package io.kehu.deploy.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Removes exact duplicates from a large CSV file as the migration service does, by hash
 * and by sort; the reference is {@code sort -u} with the same memory, run in turn. The
 * service also parses, encrypts and keeps the order of the rows, which {@code sort -u}
 * does not.
 */
@Command(name = "duplicates", mixinStandardHelpOptions = true, description = "Exact duplicates of a large CSV file.")
final class DuplicateBenchmark implements Callable<Integer> {

	private static final double SECOND = 1e9;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--rows", defaultValue = "10000000", description = "Rows (${DEFAULT-VALUE})")
	private int rows;

	@Option(names = "--memory", defaultValue = "400", description = "Megabytes for each (${DEFAULT-VALUE})")
	private int memory;

	@Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE})")
	private int rounds;

	@Option(names = "--seed", defaultValue = "1", description = "Seed of the rows (${DEFAULT-VALUE})")
	private long seed;

	@Override
	public Integer call() throws Exception {
		Path directory = Files.createTempDirectory("kehu-duplicates");
		try {
			Path input = directory.resolve("input.csv");
			write(input);
			print(measure(input, directory), Files.size(input));
		}
		finally {
			for (String name : List.of("input.csv", "sorted.csv")) {
				Files.deleteIfExists(directory.resolve(name));
			}
			Files.delete(directory);
		}
		return 0;
	}

	private List<Round> measure(Path input, Path directory) throws IOException, InterruptedException {
		List<Round> measured = new ArrayList<>();
		for (int round = 0; round < this.rounds; round++) {
			measured.add(sort(input, directory));
			measured.add(own("hash", input, directory));
			measured.add(own("sort", input, directory));
		}
		long expected = measured.get(0).kept();
		if (measured.stream().anyMatch((round) -> round.kept() != expected)) {
			throw new IllegalStateException("Not all kept the same number of rows: " + measured);
		}
		return measured;
	}

	private Round sort(Path input, Path directory) throws IOException, InterruptedException {
		Path sorted = directory.resolve("sorted.csv");
		ProcessBuilder builder = new ProcessBuilder("sort", "-u", "-S", this.memory + "M", "-T", directory.toString(),
				"-o", sorted.toString(), input.toString());
		builder.environment().put("LC_ALL", "C");
		long start = System.nanoTime();
		OwnProcess.run(builder);
		double seconds = (System.nanoTime() - start) / SECOND;
		long kept = Long.parseLong(OwnProcess.run(new ProcessBuilder("wc", "-l", sorted.toString())).split(" ", -1)[0]);
		return new Round("sort -u", 0, seconds, kept, this.memory);
	}

	private Round own(String method, Path input, Path directory) throws IOException, InterruptedException {
		Path staging = Files.createTempDirectory(directory, "staging");
		String[] printed = OwnProcess
			.run(List.of("-Xmx" + this.memory * 9 / 10 + "m", "-XX:+UseSerialGC"),
					List.of("duplicates-run", method, input.toString(), staging.toString()))
			.split(" ", -1);
		Files.delete(staging.resolve("sets"));
		Files.delete(staging);
		return new Round("by " + method, Double.parseDouble(printed[2]), Double.parseDouble(printed[3]),
				Long.parseLong(printed[0]), Long.parseLong(printed[1]));
	}

	private void print(List<Round> measured, long bytes) {
		PrintWriter out = this.spec.commandLine().getOut();
		double reference = median(measured, "sort -u", Round::seconds);
		out.println("| %,d rows, %,d MB (medians of %d) | s to read into staging | s to deduplicate | rows/s | "
			.formatted(this.rows, bytes >> 20, this.rounds) + "MiB resident | speed against sort -u |");
		out.println("|---|---|---|---|---|---|");
		for (String name : List.of("sort -u", "by hash", "by sort")) {
			double seconds = median(measured, name, Round::seconds);
			long resident = measured.stream()
				.filter((round) -> round.name().equals(name))
				.mapToLong(Round::resident)
				.max()
				.orElse(0);
			boolean own = !name.equals("sort -u");
			out.println("| %s | %s | %.1f | %,.0f | %s | %.2f |".formatted(name,
					own ? "%.1f".formatted(median(measured, name, Round::reading)) : "–", seconds, this.rows / seconds,
					(own ? "" : "-S ") + resident, reference / seconds));
		}
		out.printf("kept by each: %,d%n", measured.get(0).kept());
		out.flush();
	}

	private static double median(List<Round> measured, String name, ToDoubleFunction<Round> figure) {
		double[] sorted = measured.stream()
			.filter((round) -> round.name().equals(name))
			.mapToDouble(figure)
			.sorted()
			.toArray();
		return sorted[sorted.length / 2];
	}

	/** Rows of persons in no order; a fifth of them repeat others. */
	private void write(Path file) throws IOException {
		SplittableRandom random = new SplittableRandom(this.seed);
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			for (int row = 0; row < this.rows; row++) {
				int person = (random.nextInt(5) == 0) ? random.nextInt(row + 1) : row;
				SplittableRandom values = new SplittableRandom(this.seed * 31 + person);
				writer.write(word(values) + ',' + word(values) + ',' + values.nextInt(300) + ',' + word(values)
						+ " street," + values.nextInt(1_000, 9_999) + ',' + values.nextInt(1920, 2010) + '-'
						+ values.nextInt(10, 13) + '-' + values.nextInt(10, 29) + ",customer " + person + '\n');
			}
		}
	}

	private static String word(SplittableRandom values) {
		return Long.toString(values.nextLong(1L << 40), Character.MAX_RADIX);
	}

	/**
	 * One measured run.
	 *
	 * @param name what ran
	 * @param reading seconds to read the file into staging, 0 for the reference
	 * @param seconds seconds to remove the duplicates
	 * @param kept the number of rows kept
	 * @param resident the memory used in MiB
	 */
	private record Round(String name, double reading, double seconds, long kept, long resident) {
	}

}
