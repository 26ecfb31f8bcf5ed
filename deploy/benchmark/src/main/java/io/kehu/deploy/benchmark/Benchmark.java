package io.kehu.deploy.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Measures a system that {@code ./kehu up} has started, over loopback, or an algorithm in
 * a process of its own.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true,
		subcommands = { ReadBenchmark.class, BulkBenchmark.class, EventBenchmark.class, DrainBenchmark.class,
				OutboxBenchmark.class, CleaningBenchmark.class, DuplicateBenchmark.class, DuplicateRun.class,
				LinkageBenchmark.class, LinkageRun.class, ProfileBenchmark.class, TokenBenchmark.class },
		description = "Measures a system that ./kehu up has started, or an algorithm on its own.")
public final class Benchmark {

	private Benchmark() {
	}

	/**
	 * Runs one measure.
	 */
	public static void main(String[] arguments) {
		System.exit(new CommandLine(new Benchmark()).execute(arguments));
	}

}
