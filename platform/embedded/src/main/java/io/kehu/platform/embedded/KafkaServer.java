package io.kehu.platform.embedded;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Apache Kafka as a child process, with broker and KRaft controller in one JVM.
 */
public final class KafkaServer extends EmbeddedServer {

	private static final String CONFIGURATION = "server.properties";

	private static final String READY = "ready";

	private static final String ACCESS = "access";

	private static final String ACCESS_APPLIED = "access.applied";

	private static final String ARCHIVE = "classes.jsa";

	private static final int SELF_MADE_ARCHIVE = 19;

	private static final int BUSY = 8;

	/** Tests end before C2 pays off. */
	private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

	private final int controllerPort = FreePorts.next();

	private final @Nullable KafkaAccess access;

	/**
	 * Creates a server that serves everyone, without starting it.
	 * @param settings where and how it runs
	 */
	public KafkaServer(ServerSettings settings) {
		this(settings, null);
	}

	/**
	 * Creates the server without starting it.
	 * @param settings where and how it runs
	 * @param access who may use it; if null, everyone
	 */
	public KafkaServer(ServerSettings settings, @Nullable KafkaAccess access) {
		super(ServerKind.KAFKA, settings);
		this.access = access;
	}

	/**
	 * Returns the address for clients.
	 * @return host and port, never null
	 */
	public String bootstrapServers() {
		return "127.0.0.1:" + port();
	}

	@Override
	void prepare() throws IOException {
		Files.deleteIfExists(file(READY));
		StringWriter text = new StringWriter();
		configuration().store(text, null);
		Folders.writeForOwner(file(CONFIGURATION), text.toString());
		if (this.access != null) {
			Folders.writeForOwner(file(ACCESS), this.access.lines());
		}
		else {
			Files.deleteIfExists(file(ACCESS));
		}
	}

	@Override
	List<String> command() {
		String classPath = KafkaClassPath.get();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms32m", "-Xmx256m",
						"-Xss512k", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=64m", "-XX:+ExitOnOutOfMemoryError",
						"-Djava.awt.headless=true", "-Dorg.slf4j.simpleLogger.showDateTime=true",
						"-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
						"-Dorg.slf4j.simpleLogger.defaultLogLevel=" + (settings().temporary() ? "warn" : "info")));
		command.addAll(settings().temporary() ? SHORT_LIVED : lasting(classPath));
		command.addAll(List.of("-cp", classPath, "io.kehu.platform.embedded.broker.KafkaProcess",
				file(CONFIGURATION).toString(), file(READY).toString(), file(ACCESS).toString(),
				file(ACCESS_APPLIED).toString()));
		return command;
	}

	/**
	 * In the long run, C2 halves the time per request, but it should not compete with the
	 * start of the rest of the system. Later starts load classes from an archive written
	 * by the previous run (JDK 19 and later, with jars only).
	 */
	private List<String> lasting(String classPath) {
		List<String> options = new ArrayList<>(SecondCompiler.after(BUSY));
		if (Runtime.version().feature() >= SELF_MADE_ARCHIVE
				&& Stream.of(classPath.split(File.pathSeparator)).allMatch((path) -> path.endsWith(".jar"))) {
			options.addAll(
					List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file(ARCHIVE), "-Xlog:cds=off"));
		}
		return options;
	}

	@Override
	Map<String, String> environment() {
		return Map.of();
	}

	@Override
	boolean isReady() {
		return Files.exists(file(READY));
	}

	private Properties configuration() {
		Properties values = new Properties();
		String listener = ((this.access != null) ? KafkaAccess.PROTOCOL : "PLAINTEXT") + "://127.0.0.1:" + port();
		values.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "controller.quorum.voters",
				"1@127.0.0.1:" + this.controllerPort, "controller.listener.names", "CONTROLLER", "listeners",
				listener + ",CONTROLLER://127.0.0.1:" + this.controllerPort, "advertised.listeners", listener,
				"log.dirs", file("data").toString()));
		if (this.access != null) {
			values.putAll(this.access.broker());
		}
		values.putAll(Map.of("auto.create.topics.enable", "false", "num.partitions", "3", "default.replication.factor",
				"1", "offsets.topic.replication.factor", "1", "offsets.topic.num.partitions", "5",
				"transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1",
				"transaction.state.log.num.partitions", "5", "add.partitions.to.txn.retry.backoff.ms", "2",
				"group.initial.rebalance.delay.ms", "0"));
		values.putAll(Map.of("share.coordinator.state.topic.replication.factor", "1",
				"share.coordinator.state.topic.min.isr", "1", "share.coordinator.state.topic.num.partitions", "1"));
		// Small: one machine, few topics
		values.putAll(Map.of("num.network.threads", "2", "num.io.threads", "4", "background.threads", "2",
				"log.cleaner.dedupe.buffer.size", "4194304", "log.cleaner.io.buffer.size", "131072",
				"log.segment.bytes", "67108864", "metadata.log.segment.bytes", "16777216", "queued.max.requests",
				"100"));
		values.putAll(settings().temporary() ? fast() : durable());
		values.putAll(settings().options());
		return values;
	}

	/**
	 * A single broker has no replicas for data that is not yet written to disk. A killed
	 * broker cannot register again before its old session has expired.
	 */
	private static Map<String, String> durable() {
		return Map.of("log.flush.interval.messages", "1", "broker.heartbeat.interval.ms", "1000",
				"broker.session.timeout.ms", "4000");
	}

	/**
	 * Tolerates pauses of a second on a busy machine, during which topics could otherwise
	 * not be created.
	 */
	private static Map<String, String> fast() {
		return Map.of("controlled.shutdown.enable", "false", "log.retention.check.interval.ms", "3600000",
				"broker.heartbeat.interval.ms", "250", "broker.session.timeout.ms", "3000");
	}

}
