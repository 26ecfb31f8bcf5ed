package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Fills the outbox by a bulk load and measures how fast a consumer receives its events
 * while the load is still running.
 */
@Command(name = "drain", mixinStandardHelpOptions = true, description = "Events per second from a bulk load to Kafka.")
final class DrainBenchmark implements Callable<Integer> {

	private static final double SECOND = 1e9;

	private static final Duration LIMIT = Duration.ofMinutes(5);

	@Mixin
	private Target target = new Target();

	@Mixin
	private BulkLoadRun load = new BulkLoadRun();

	@Mixin
	private Events events = new Events();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		this.load.warmUp(this.target);
		ExecutorService loader = Executors.newSingleThreadExecutor();
		try (KafkaConsumer<String, String> consumer = this.events.fromNow(this.target, Events.CUSTOMERS)) {
			String run = "run" + System.nanoTime();
			long start = System.nanoTime();
			Future<Double> load = loader.submit(() -> this.load.run(this.target, run));
			int arrived = 0;
			long last = start;
			while (arrived < this.load.lines() && System.nanoTime() - start < LIMIT.toNanos()) {
				for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(100))) {
					if (event.value() != null && event.value().contains(run)) {
						arrived++;
						last = System.nanoTime();
					}
				}
			}
			double loaded = load.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			out.println("| %d events, all in one bulk load | per second |".formatted(arrived));
			out.println("|---|---|");
			out.println("| created and answered | %.0f |".formatted(loaded));
			out.println("| come to a consumer, from the first line sent to the last event | %.0f |"
				.formatted(arrived / ((last - start) / SECOND)));
			out.flush();
			return (arrived == this.load.lines()) ? 0 : 1;
		}
		finally {
			loader.shutdownNow();
		}
	}

}
