package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Loads customers in bulk through the gateway, and then the same again without changes as
 * the reference.
 */
@Command(name = "bulk", mixinStandardHelpOptions = true, description = "Bulk load, customers per second.")
final class BulkBenchmark implements Callable<Integer> {

	@Mixin
	private Target target = new Target();

	@Mixin
	private BulkLoadRun load = new BulkLoadRun();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--runs", defaultValue = "3", description = "Runs, whose median counts (${DEFAULT-VALUE})")
	private int runs;

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		this.load.warmUp(this.target);
		double[] created = new double[this.runs];
		double[] unchanged = new double[this.runs];
		out.println("| bulk load of %d customers | lines/s |".formatted(this.load.lines()));
		out.println("|---|---|");
		for (int i = 0; i < this.runs; i++) {
			String run = "run" + System.nanoTime();
			created[i] = this.load.run(this.target, run);
			unchanged[i] = this.load.run(this.target, run);
			out.println("| created, with events and history | %.0f |".formatted(created[i]));
			out.println(
					"| unchanged (reference: reading, checking and looking up alone) | %.0f |".formatted(unchanged[i]));
		}
		out.printf("medians: %.0f and %.0f, ratio %.2f%n", median(created), median(unchanged),
				median(created) / median(unchanged));
		out.flush();
		return 0;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

}
