package io.kehu.platform.embedded.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Formats the storage if it is empty and runs broker and controller, in a single process;
 * Kafka's own scripts need a second one for formatting.
 */
public final class KafkaProcess {

	private KafkaProcess() {
	}

	/**
	 * Runs until it is asked to stop.
	 * @param arguments the configuration file, the file to create once the broker is
	 * ready, the file with users and their rights, which need not exist, and the file
	 * that records which ones have been stored
	 * @throws IOException if one of the files cannot be read or written
	 */
	public static void main(String[] arguments) throws IOException {
		Path configuration = Path.of(arguments[0]);
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(configuration)) {
			properties.load(reader);
		}
		AccessRules rules = new AccessRules(Path.of(arguments[2]), Path.of(arguments[3]));
		if (Files.notExists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
			rules.forget();
			format(configuration);
		}
		KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
		Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
		server.startup();
		try {
			rules.apply(properties);
		}
		catch (IOException | RuntimeException ex) {
			server.shutdown();
			throw ex;
		}
		Files.createFile(Path.of(arguments[1]));
		server.awaitShutdown();
	}

	private static void format(Path configuration) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		String[] command = { "format", "--cluster-id", Uuid.randomUuid().toString(), "--config",
				configuration.toString() };
		int exit = StorageTool.execute(command, new PrintStream(output, true, StandardCharsets.UTF_8));
		if (exit != 0) {
			throw new IllegalStateException(
					"The storage cannot be formatted: " + output.toString(StandardCharsets.UTF_8));
		}
	}

}
