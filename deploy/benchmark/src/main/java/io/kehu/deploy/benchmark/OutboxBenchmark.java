package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures the outbox alone, in a service that does nothing else, with a separate
 * database and topic on the servers of the running system: the time from commit to
 * consumer, and the throughput.
 */
@Command(name = "outbox", mixinStandardHelpOptions = true, description = "From commit to Kafka, milliseconds.")
final class OutboxBenchmark implements Callable<Integer> {

	private static final double SECOND = 1e9;

	private static final int WRITERS = 4;

	private static final int TRANSACTION = 500;

	private static final String DATABASE = "kehu_benchmark";

	private static final Duration LIMIT = Duration.ofMinutes(2);

	@Mixin
	private Target target = new Target();

	@Mixin
	private Events events = new Events();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--postgres", defaultValue = "localhost:5442", description = "The server (${DEFAULT-VALUE})")
	private String postgres = "localhost:5442";

	@Option(names = "--rate", defaultValue = "200", description = "Events per second (${DEFAULT-VALUE})")
	private int rate;

	@Option(names = "--seconds", defaultValue = "20", description = "Seconds of each measure (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--warm-up", defaultValue = "20", description = "Seconds before them (${DEFAULT-VALUE})")
	private int warmUp;

	@Option(names = "--runs", defaultValue = "3", description = "Measures (${DEFAULT-VALUE})")
	private int runs;

	@Option(names = "--drain", defaultValue = "50000", description = "Events to drain (${DEFAULT-VALUE})")
	private int drain;

	private final Map<UUID, Long> committed = new ConcurrentHashMap<>();

	@Override
	public Integer call() throws Exception {
		String password = this.target.secret("database-superuser");
		server(password, "drop database if exists %s with (force)", "create database %s");
		try (ConfigurableApplicationContext service = OutboxApplication.start(
				"jdbc:postgresql://%s/%s".formatted(this.postgres, DATABASE), "postgres", password, this.events.kafka(),
				this.target.secret("kafka-" + OutboxApplication.NAME))) {
			OutboxApplication.write(service, List.of(UUID.randomUUID()));
			measure(service);
			return 0;
		}
		finally {
			server(password, "drop database if exists %s with (force)");
			try (Admin admin = Admin.create(this.events.settings(this.target, OutboxApplication.NAME))) {
				admin.deleteTopics(List.of(OutboxApplication.TOPIC, "kehu.outbox." + OutboxApplication.NAME))
					.all()
					.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
			}
		}
	}

	private void measure(ConfigurableApplicationContext service) throws Exception {
		PrintWriter out = this.spec.commandLine().getOut();
		try (KafkaConsumer<String, String> consumer = consumer()) {
			latencies(service, consumer, this.rate * this.warmUp);
			out.println("| %d events at %d/s | p50 ms | p99 ms | maximum ms |".formatted(this.rate * this.seconds,
					this.rate));
			out.println("|---|---|---|---|");
			for (int i = 0; i < this.runs; i++) {
				Figures figures = latencies(service, consumer, this.rate * this.seconds);
				out.println("| commit to consumer | %.1f | %.1f | %.1f |".formatted(figures.quantile(0.5),
						figures.quantile(0.99), figures.quantile(1)));
			}
			out.println("%d events in transactions of %d: %.0f/s come to a consumer".formatted(this.drain, TRANSACTION,
					drained(service, consumer)));
			out.flush();
		}
	}

	/** Waits until the topic exists. */
	private KafkaConsumer<String, String> consumer() throws IOException {
		long start = System.nanoTime();
		while (true) {
			KafkaConsumer<String, String> consumer = this.events.fromNow(this.target, OutboxApplication.TOPIC);
			if (!consumer.assignment().isEmpty()) {
				return consumer;
			}
			consumer.close();
			if (System.nanoTime() - start > LIMIT.toNanos()) {
				throw new IllegalStateException("There is no topic " + OutboxApplication.TOPIC);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
	}

	private Figures latencies(ConfigurableApplicationContext service, KafkaConsumer<String, String> consumer,
			int count) {
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS + 1);
		try {
			writers.execute(() -> write(service, writers, count));
			Map<UUID, Long> arrived = arrivals(consumer, count);
			Figures figures = new Figures();
			arrived.forEach((key, time) -> figures.add(Math.max(0, time - this.committed.getOrDefault(key, time))));
			return figures;
		}
		finally {
			writers.shutdownNow();
		}
	}

	private void write(ConfigurableApplicationContext service, ExecutorService writers, int count) {
		long start = System.nanoTime();
		for (int i = 0; i < count && !Thread.currentThread().isInterrupted(); i++) {
			LockSupport.parkNanos(start + TimeUnit.SECONDS.toNanos(1) / this.rate * i - System.nanoTime());
			writers.execute(() -> {
				UUID key = UUID.randomUUID();
				OutboxApplication.write(service, List.of(key));
				this.committed.put(key, System.nanoTime());
			});
		}
	}

	private static Map<UUID, Long> arrivals(KafkaConsumer<String, String> consumer, int count) {
		Map<UUID, Long> arrived = new ConcurrentHashMap<>();
		long start = System.nanoTime();
		while (arrived.size() < count && System.nanoTime() - start < LIMIT.toNanos()) {
			consumer.poll(Duration.ofMillis(100))
				.forEach((event) -> arrived.put(UUID.fromString(event.key()), System.nanoTime()));
		}
		if (arrived.size() < count) {
			throw new IllegalStateException("Only %d of %d events came".formatted(arrived.size(), count));
		}
		return arrived;
	}

	private double drained(ConfigurableApplicationContext service, KafkaConsumer<String, String> consumer) {
		ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
		try {
			long start = System.nanoTime();
			for (int i = 0; i < this.drain; i += TRANSACTION) {
				writers.execute(() -> OutboxApplication.write(service,
						Stream.generate(UUID::randomUUID).limit(TRANSACTION).toList()));
			}
			arrivals(consumer, this.drain / TRANSACTION * TRANSACTION);
			return this.drain / ((System.nanoTime() - start) / SECOND);
		}
		finally {
			writers.shutdownNow();
		}
	}

	private void server(String password, String... statements) throws SQLException, IOException {
		try (Connection connection = DriverManager
			.getConnection("jdbc:postgresql://%s/postgres".formatted(this.postgres), "postgres", password);
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql.formatted(DATABASE));
			}
		}
	}

}
