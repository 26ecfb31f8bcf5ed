package io.kehu.deploy.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Measures a system started with {@code ./kehu up}, over loopback, or an algorithm in a
 * separate process.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true,
		subcommands = { ReadBenchmark.class, BulkBenchmark.class, EventBenchmark.class, DrainBenchmark.class,
				OutboxBenchmark.class, CleaningBenchmark.class, DuplicateBenchmark.class, DuplicateRun.class,
				LinkageBenchmark.class, LinkageRun.class, ProfileBenchmark.class, InsightBenchmark.class,
				TokenBenchmark.class, MoveBenchmark.class, MoveRun.class, CachePolicyBenchmark.class },
		description = "Measures a system started with ./kehu up, or a single algorithm.")
public final class Benchmark {

	private Benchmark() {
	}

	/**
	 * Runs one benchmark.
	 */
	public static void main(String[] arguments) {
		System.exit(new CommandLine(new Benchmark()).execute(arguments));
	}

}
