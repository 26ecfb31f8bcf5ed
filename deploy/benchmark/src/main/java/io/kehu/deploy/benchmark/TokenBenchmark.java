package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Obtains access tokens from auth-service with client credentials and verifies such
 * tokens in this process as each service does. The reference is OpenSSL's speed of
 * signing and verifying on the same number of processors.
 */
@Command(name = "tokens", mixinStandardHelpOptions = true,
		description = "Access tokens issued and verified, per second, against OpenSSL.")
final class TokenBenchmark implements Callable<Integer> {

	private static final int OK = 200;

	/** Verified tokens are cached for 30 seconds. */
	private static final int SHORT = 10;

	@Mixin
	private Target target = new Target();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--auth", defaultValue = "http://localhost:9000", description = "auth-service itself")
	private URI auth = URI.create("http://localhost:9000");

	@Option(names = "--connections", defaultValue = "16", description = "Connections (${DEFAULT-VALUE})")
	private int connections;

	@Option(names = "--seconds", defaultValue = "15", description = "Seconds of each measure (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--warm-up", defaultValue = "45", description = "Seconds before it (${DEFAULT-VALUE})")
	private int warmUp;

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		int processors = Runtime.getRuntime().availableProcessors();
		Optional<EcdsaSpeed> reference = EcdsaSpeed.measure(processors);
		Issued issued = issue();
		Verification verification = new Verification(processors);
		double first = verification.first(this.warmUp, this.seconds);
		double again = verification.again(Math.min(this.seconds, SHORT));
		out.println("| %d processors | per second | p50 ms | p99 ms | against OpenSSL |".formatted(processors));
		out.println("|---|---|---|---|---|");
		out.println("| issued by client credentials | %.0f | %.2f | %.2f | %s |".formatted(issued.rate(),
				issued.figures().quantile(0.5), issued.figures().quantile(0.99),
				ratio(issued.rate(), reference.map(EcdsaSpeed::signatures))));
		out.println("| verified the first time | %.0f | | | %s |".formatted(first,
				ratio(first, reference.map(EcdsaSpeed::verifications))));
		out.println("| verified again | %.0f | | | %s |".formatted(again,
				ratio(again, reference.map(EcdsaSpeed::verifications))));
		reference.ifPresentOrElse(
				(speed) -> out.printf("openssl speed ecdsap256: %.0f signatures, %.0f verifications per second%n",
						speed.signatures(), speed.verifications()),
				() -> out.println("NOTICE: openssl is not installed, so no ratios are shown"));
		out.flush();
		return (issued.errors() == 0) ? 0 : 1;
	}

	private static String ratio(double rate, Optional<Double> reference) {
		return reference.map((other) -> "%.3f".formatted(rate / other)).orElse("");
	}

	private Issued issue() throws Exception {
		String authorization = this.target.clientAuthorization();
		issue(authorization, this.warmUp);
		return issue(authorization, this.seconds);
	}

	private Issued issue(String authorization, int duration) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(this.connections);
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(duration);
		List<Future<Issued>> parts = new ArrayList<>();
		for (int i = 0; i < this.connections; i++) {
			parts.add(threads.submit(() -> ask(authorization, end)));
		}
		Figures figures = new Figures();
		int errors = 0;
		for (Future<Issued> part : parts) {
			figures.addAll(part.get().figures());
			errors += part.get().errors();
		}
		threads.shutdown();
		return new Issued(figures, errors, duration);
	}

	private Issued ask(String authorization, long end) throws Exception {
		Figures figures = new Figures();
		int errors = 0;
		try (KeepAliveConnection connection = KeepAliveConnection.post(this.auth, "/oauth2/token", authorization,
				"grant_type=client_credentials")) {
			for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
				if (connection.exchange() == OK) {
					figures.add(System.nanoTime() - start);
				}
				else {
					errors++;
				}
			}
		}
		return new Issued(figures, errors, 1);
	}

	/**
	 * The tokens issued in a period.
	 */
	private record Issued(Figures figures, int errors, int seconds) {

		double rate() {
			return (double) this.figures.count() / this.seconds;
		}

	}

}
