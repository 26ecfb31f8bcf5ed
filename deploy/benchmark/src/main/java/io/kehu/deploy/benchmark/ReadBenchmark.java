package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Reads one customer over and over: through the gateway, and for reference from a
 * customer-service directly, in turn.
 */
@Command(name = "read", mixinStandardHelpOptions = true, description = "GET of one customer, requests per second.")
final class ReadBenchmark implements Callable<Integer> {

	private static final int OK = 200;

	@Mixin
	private Target target = new Target();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--connections", defaultValue = "32", description = "Connections (${DEFAULT-VALUE})")
	private int connections;

	@Option(names = "--seconds", defaultValue = "15", description = "Seconds of each measure (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--warm-up", defaultValue = "60", description = "Seconds before it (${DEFAULT-VALUE})")
	private int warmUp;

	@Option(names = "--direct", defaultValue = "http://localhost:9100", description = "customer-service itself")
	private URI direct = URI.create("http://localhost:9100");

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		String token = this.target.token();
		String path = "/api/v1/customers/" + this.target.createCustomer(token, "Measured").get("id").asString();
		run(this.target.gateway(), path, token, this.warmUp);
		List<Round> through = new ArrayList<>();
		List<Round> beside = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			through.add(run(this.target.gateway(), path, token, this.seconds));
			beside.add(run(this.direct, path, token, this.seconds));
		}
		out.println("| GET one customer | requests/s | p50 ms | p99 ms | errors |");
		out.println("|---|---|---|---|---|");
		through.forEach((round) -> out.println(round.row("through the gateway")));
		beside.forEach((round) -> out.println(round.row("customer-service directly")));
		out.printf("ratio of the medians: %.2f%n", median(through) / median(beside));
		out.flush();
		return 0;
	}

	private static double median(List<Round> rounds) {
		return rounds.stream().mapToDouble(Round::rate).sorted().skip(rounds.size() / 2).findFirst().orElse(0);
	}

	private Round run(URI base, String path, String token, int duration) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(this.connections);
		long end = System.nanoTime() + Duration.ofSeconds(duration).toNanos();
		List<Future<Round>> parts = new ArrayList<>();
		for (int i = 0; i < this.connections; i++) {
			parts.add(threads.submit(() -> ask(base, path, token, end)));
		}
		Figures figures = new Figures();
		int errors = 0;
		for (Future<Round> part : parts) {
			figures.addAll(part.get().figures());
			errors += part.get().errors();
		}
		threads.shutdown();
		return new Round(figures, errors, duration);
	}

	private static Round ask(URI base, String path, String token, long end) throws Exception {
		Figures figures = new Figures();
		int errors = 0;
		try (KeepAliveConnection connection = KeepAliveConnection.get(base, path, token)) {
			for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
				if (connection.exchange() == OK) {
					figures.add(System.nanoTime() - start);
				}
				else {
					errors++;
				}
			}
		}
		return new Round(figures, errors, 1);
	}

	/**
	 * What one round measured.
	 */
	private record Round(Figures figures, int errors, int seconds) {

		double rate() {
			return (double) this.figures.count() / this.seconds;
		}

		String row(String name) {
			return "| %s | %.0f | %.2f | %.2f | %d |".formatted(name, rate(), this.figures.quantile(0.5),
					this.figures.quantile(0.99), this.errors);
		}

	}

}
