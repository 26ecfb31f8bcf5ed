package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.OutlierAction;
import io.kehu.migration.clean.chain.Outliers;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.chain.RuleAction;
import io.kehu.migration.clean.fill.Average;
import io.kehu.migration.clean.fill.AverageFill;
import io.kehu.migration.clean.fill.Distance;
import io.kehu.migration.clean.fill.Feature;
import io.kehu.migration.clean.fill.NeighbourFill;
import io.kehu.migration.clean.fill.Weighting;
import io.kehu.migration.clean.filter.Comparison;
import io.kehu.migration.clean.filter.Condition;
import io.kehu.migration.clean.filter.OutlierMethod;
import io.kehu.migration.clean.filter.OutlierTest;
import io.kehu.migration.clean.standardise.CountryStandard;
import io.kehu.migration.clean.standardise.DateStandard;
import io.kehu.migration.clean.standardise.EmailStandard;
import io.kehu.migration.clean.standardise.LetterCase;
import io.kehu.migration.clean.standardise.NumberStandard;
import io.kehu.migration.clean.standardise.PhoneStandard;
import io.kehu.migration.clean.standardise.TextStandard;
import io.kehu.migration.sample.CustomerFrame;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs a chain of ten rules, compared to encoding the same cells again, and fills a frame
 * from the nearest rows, compared to a scan of all rows for each gap.
 */
@Command(name = "cleaning", mixinStandardHelpOptions = true,
		description = "A chain of ten cleaning rules, and filling from nearest rows.")
final class CleaningBenchmark implements Callable<Integer> {

	private static final double SECOND = 1e9;

	private static final int CUSTOMERS = 4_372;

	private static final int COPIES = 5;

	private static final int NEIGHBOURS = 5;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--rows", defaultValue = "500000", description = "Rows to clean (${DEFAULT-VALUE})")
	private int rows;

	@Option(names = "--rounds", defaultValue = "3", description = "Rounds after one that warms up (${DEFAULT-VALUE})")
	private int rounds;

	@Option(names = "--seed", defaultValue = "1", description = "Seed of the rows (${DEFAULT-VALUE})")
	private long seed;

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		out.println("| what | rows | seconds (median of %d) | rows/s | time against the reference |"
			.formatted(this.rounds));
		out.println("|---|---|---|---|---|");
		Table table = table();
		double encoding = median(() -> encoded(table).rows());
		print(out, "encoding the cells (reference)", this.rows, encoding, encoding);
		print(out, "chain of 10 rules", this.rows, median(() -> clean(table).account().kept()), encoding);
		double[][] frame = frame();
		double scanning = median(() -> scan(frame));
		print(out, "looking at each row for each hole (reference)", frame[0].length, scanning, scanning);
		NeighbourFill fill = new NeighbourFill(NEIGHBOURS, Weighting.UNIFORM, Distance.NAN_EUCLIDEAN);
		double filling = median(() -> fill.fill(Arrays.stream(frame).map(Feature::numeric).toList()).length);
		print(out, "filling 7 columns from nearest rows", frame[0].length, filling, scanning);
		out.flush();
		return 0;
	}

	private static void print(PrintWriter out, String what, int rows, double taken, double reference) {
		out.println("| %s | %,d | %.2f | %,.0f | %.3f |".formatted(what, rows, taken, rows / taken, taken / reference));
	}

	private double median(Callable<? extends Number> work) {
		double[] taken = new double[this.rounds];
		for (int round = -1; round < this.rounds; round++) {
			long start = System.nanoTime();
			try {
				if (work.call().longValue() <= 0) {
					throw new IllegalStateException("Nothing was done");
				}
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			taken[Math.max(0, round)] = (System.nanoTime() - start) / SECOND;
		}
		Arrays.sort(taken);
		return taken[this.rounds / 2];
	}

	private static Table encoded(Table table) {
		return new Table(table.columns().stream().map((column) -> {
			ColumnBuilder builder = new ColumnBuilder(column.name());
			IntStream.range(0, column.rows()).forEach((row) -> builder.add(column.value(row)));
			return builder.build();
		}).toList());
	}

	private static Cleaning clean(Table table) {
		List<Rule> rules = List.of(new Rule.Standardise("name", new TextStandard(LetterCase.TITLE), false),
				new Rule.SplitName("name"), new Rule.Standardise("email", new EmailStandard(), false),
				new Rule.Standardise("phone", new PhoneStandard("DE"), false),
				new Rule.Standardise("born", DateStandard.standard(), false),
				new Rule.Standardise("country", new CountryStandard(), false),
				new Rule.Standardise("amount", NumberStandard.standard(), false),
				new Rule.Filter(new Condition.Compared("amount", Comparison.GREATER, "0"), RuleAction.DROP,
						"no amount"),
				new Outliers("amount", OutlierTest.standard(OutlierMethod.HAMPEL), OutlierAction.FLAG),
				new Rule.Fill("age", AverageFill.of(Average.MEDIAN)));
		return new Chain("benchmark", 1, rules).run(table, Map.of());
	}

	/** Persons with names, addresses and numbers of their own, so that little repeats. */
	private Table table() {
		SplittableRandom random = new SplittableRandom(this.seed);
		List<ColumnBuilder> columns = List.of("name", "email", "phone", "born", "country", "amount", "age")
			.stream()
			.map(ColumnBuilder::new)
			.toList();
		String[] countries = { "Germany", "UK", "france", "ESP", "Österreich" };
		for (int row = 0; row < this.rows; row++) {
			int person = random.nextInt(this.rows);
			columns.get(0).add(" dr. anna  example%d".formatted(person));
			columns.get(1).add("Anna.%d@Example.COM".formatted(person));
			columns.get(2).add("030 %07d".formatted(1_000_000 + person));
			columns.get(3)
				.add("%d.%d.%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1930 + person % 70));
			columns.get(4).add(countries[random.nextInt(countries.length)]);
			columns.get(5).add("%d,%02d".formatted(random.nextInt(5_000), random.nextInt(100)));
			columns.get(6).add((random.nextInt(10) == 0) ? null : Integer.toString(18 + random.nextInt(70)));
		}
		List<Column> built = columns.stream().map(ColumnBuilder::build).toList();
		return new Table(built);
	}

	/** Five copies of customers with holes, with a little noise: 21,860 rows. */
	private double[][] frame() {
		SplittableRandom random = new SplittableRandom(this.seed);
		double[][] holes = CustomerFrame.hide(CustomerFrame.generate(CUSTOMERS, this.seed), this.seed + 1);
		return Arrays.stream(holes)
			.map((column) -> IntStream.range(0, COPIES * CUSTOMERS)
				.mapToDouble((row) -> column[row % CUSTOMERS] + (random.nextDouble() - 0.5) * 0.0035)
				.toArray())
			.toArray(double[][]::new);
	}

	private static long scan(double[][] frame) {
		return IntStream.range(0, frame[0].length)
			.parallel()
			.mapToLong((row) -> Arrays.stream(frame)
				.filter((column) -> Double.isNaN(column[row]))
				.filter((column) -> mean(frame, column, row) < Double.MAX_VALUE)
				.count())
			.sum();
	}

	private static double mean(double[][] frame, double[] target, int row) {
		double[] nearest = new double[NEIGHBOURS];
		double[] values = new double[NEIGHBOURS];
		Arrays.fill(nearest, Double.MAX_VALUE);
		for (int other = 0; other < target.length; other++) {
			double distance = Double.isNaN(target[other]) ? Double.MAX_VALUE : distance(frame, row, other);
			int place = NEIGHBOURS - 1;
			if (distance < nearest[place]) {
				for (; place > 0 && nearest[place - 1] > distance; place--) {
					nearest[place] = nearest[place - 1];
					values[place] = values[place - 1];
				}
				nearest[place] = distance;
				values[place] = target[other];
			}
		}
		return Arrays.stream(values).average().orElse(Double.MAX_VALUE);
	}

	private static double distance(double[][] frame, int row, int other) {
		double sum = 0;
		int shared = 0;
		for (double[] column : frame) {
			double difference = column[row] - column[other];
			if (!Double.isNaN(difference)) {
				sum += difference * difference;
				shared++;
			}
		}
		return (shared == 0) ? Double.MAX_VALUE : sum * frame.length / shared;
	}

}
