package io.kehu.platform.test.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A folder with scripts for Node.js and a lock file of the packages that they need. They
 * run in a copy below {@code target}. Without Node.js, or without a network to install
 * the packages the first time, the tests are skipped with a message.
 */
public final class NodeScripts {

	private static final Logger logger = LoggerFactory.getLogger(NodeScripts.class);

	private static final int OLDEST_NODE = 20;

	private static final Duration LIMIT = Duration.ofMinutes(8);

	private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

	/** The messages of npm without a network. */
	private static final Pattern NO_NETWORK = Pattern.compile(
			"code (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)");

	private final Path folder;

	private NodeScripts(Path folder) {
		this.folder = folder;
	}

	/**
	 * Installs the scripts, or skips the test.
	 * @param source the folder with the scripts
	 */
	public static NodeScripts installed(Path source) throws IOException, InterruptedException {
		skipUnless(nodeVersion() >= OLDEST_NODE, "there is no Node.js %d or newer here".formatted(OLDEST_NODE));
		Path folder = Path.of("target", source.getFileName().toString());
		copy(source, folder);
		Path installed = folder.resolve("installed-lock.json");
		Path wanted = folder.resolve("package-lock.json");
		if (!Files.exists(installed) || Files.mismatch(installed, wanted) >= 0) {
			install(folder);
			Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
		}
		return new NodeScripts(folder);
	}

	/**
	 * Skips the test with a message unless a requirement is met.
	 */
	public static void skipUnless(boolean given, String reason) {
		if (!given) {
			logger.warn("NOTICE: skipped, because {}", reason);
			Assumptions.abort(reason);
		}
	}

	/**
	 * Runs scripts of tests, one after the other, and shows what they print.
	 * @throws AssertionError when one of them fails
	 */
	public void test(Map<String, String> environment, String... scripts) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of("node", "--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=420000"));
		command.addAll(List.of(scripts));
		run(environment, command);
	}

	/**
	 * Runs a command in the folder, and shows what it prints.
	 * @throws AssertionError when it fails
	 */
	public void run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile());
		builder.environment().putAll(environment);
		Ended ended = end(builder, (line) -> logger.info("{}", line));
		assertThat(ended.code()).as(ended.printed()).isZero();
	}

	private static void install(Path folder) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(WINDOWS ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit",
				"--no-fund", "--prefer-offline", "--fetch-retries=2", "--fetch-retry-mintimeout=1000",
				"--fetch-retry-maxtimeout=5000")
			.directory(folder.toFile());
		Ended ended;
		try {
			ended = end(builder, (line) -> logger.info("npm: {}", line));
		}
		catch (IOException ex) {
			skipUnless(false, "there is Node.js here, but no npm (" + ex.getMessage() + ")");
			return;
		}
		skipUnless(ended.code() == 0 || !NO_NETWORK.matcher(ended.printed()).find(),
				"npm reaches no registry to fetch the packages of %s from".formatted(folder.getFileName()));
		assertThat(ended.code()).as(ended.printed()).isZero();
	}

	private static int nodeVersion() throws InterruptedException {
		try {
			String version = end(new ProcessBuilder("node", "--version"), (line) -> {
			}).printed().strip();
			return version.matches("v\\d+\\..*") ? Integer.parseInt(version.substring(1, version.indexOf('.'))) : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static void copy(Path source, Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(source)) {
			for (Path file : files.filter((path) -> !path.toString().contains("node_modules")).toList()) {
				Path copied = folder.resolve(source.relativize(file));
				if (Files.isDirectory(file)) {
					Files.createDirectories(copied);
				}
				else {
					Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
	}

	private static Ended end(ProcessBuilder builder, Consumer<String> show) throws IOException, InterruptedException {
		Process process = builder.redirectErrorStream(true).start();
		Queue<String> printed = new ConcurrentLinkedQueue<>();
		Thread reader = new Thread(() -> read(process, printed, show), "script");
		reader.start();
		boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
		if (!ended) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		reader.join(Duration.ofSeconds(30).toMillis());
		assertThat(ended).as("%s has ended in %s; it printed %s", builder.command(), LIMIT, printed).isTrue();
		return new Ended(process.exitValue(), String.join("\n", printed));
	}

	private static void read(Process process, Queue<String> printed, Consumer<String> show) {
		try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				printed.add(line);
				show.accept(line);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The result of a process.
	 */
	private record Ended(int code, String printed) {
	}

}
