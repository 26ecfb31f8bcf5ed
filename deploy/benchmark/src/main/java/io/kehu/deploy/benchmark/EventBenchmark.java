package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Creates customers at a steady rate and measures when a consumer receives each event:
 * the time since the change, an upper bound of the time since the commit because the
 * change is timestamped earlier, and the time since the response, a lower bound because
 * the response follows the commit.
 */
@Command(name = "events", mixinStandardHelpOptions = true, description = "From change to Kafka, milliseconds.")
final class EventBenchmark implements Callable<Integer> {

	private static final int WRITERS = 8;

	@Mixin
	private Target target = new Target();

	@Mixin
	private Events events = new Events();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--rate", defaultValue = "200", description = "Events per second (${DEFAULT-VALUE})")
	private int rate;

	@Option(names = "--seconds", defaultValue = "20", description = "Seconds (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--warm-up", defaultValue = "30", description = "Seconds before them (${DEFAULT-VALUE})")
	private int warmUp;

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		String token = this.target.token();
		measure(token, this.warmUp);
		Arrivals arrivals = measure(token, this.seconds);
		out.println("| %d events at %d/s | p50 ms | p99 ms | maximum ms |".formatted(arrivals.count(), this.rate));
		out.println("|---|---|---|---|");
		out.println(row("change to consumer", arrivals.sinceChange()));
		out.println(row("answer to consumer", arrivals.sinceAnswer()));
		out.flush();
		return (arrivals.count() == this.rate * this.seconds) ? 0 : 1;
	}

	private static String row(String what, Figures figures) {
		return "| %s | %.1f | %.1f | %.1f |".formatted(what, figures.quantile(0.5), figures.quantile(0.99),
				figures.quantile(1));
	}

	private Arrivals measure(String token, int duration) throws IOException {
		String run = "Event " + UUID.randomUUID();
		Arrivals arrivals = new Arrivals(run);
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
		try (KafkaConsumer<String, String> consumer = this.events.fromNow(this.target, Events.CUSTOMERS)) {
			int total = this.rate * duration;
			writers.execute(() -> write(writers, token, arrivals, total));
			Instant end = Instant.now().plusSeconds(duration + 30L);
			while (arrivals.count() < total && Instant.now().isBefore(end)) {
				consumer.poll(Duration.ofMillis(100)).forEach(arrivals::note);
			}
			return arrivals;
		}
		finally {
			writers.shutdownNow();
		}
	}

	private void write(ExecutorService writers, String token, Arrivals arrivals, int total) {
		long start = System.nanoTime();
		for (int i = 0; i < total && !Thread.currentThread().isInterrupted(); i++) {
			LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(1) / this.rate * i - System.nanoTime());
			int number = i;
			writers.execute(() -> create(token, arrivals, arrivals.run() + " " + number));
		}
	}

	private void create(String token, Arrivals arrivals, String name) {
		try {
			this.target.createCustomer(token, name);
			arrivals.answered(name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
