package io.kehu.deploy.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.deploy.local.system.LogLine;
import io.kehu.deploy.local.system.LogTail;
import io.kehu.deploy.local.system.SystemStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/***
 * Shows one log or all logs, once or continuously.
 */
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Shows the logs of one process or of all.")
final class LogsCommand implements Callable<Integer> {

	private static final long PAUSE_MILLIS = 250;

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Option(names = { "-f", "--follow" }, description = "Continues until Ctrl-C.")
	private boolean follow;

	@Option(names = { "-n", "--lines" }, paramLabel = "N",
			description = "The number of lines to show from the end of each log; 50 by default.")
	private int lines = 50;

	@Parameters(arity = "0..1", paramLabel = "PROCESS", description = "A process as named by ./kehu status.")
	private @Nullable String process;

	LogsCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws IOException, InterruptedException {
		Map<String, Path> logs = chosen();
		int width = logs.keySet().stream().mapToInt(String::length).max().orElse(0);
		Map<String, Long> positions = new LinkedHashMap<>();
		logs.forEach((name, log) -> {
			positions.put(name, Files.exists(log) ? log.toFile().length() : 0L);
			LogTail.of(log, this.lines).forEach((line) -> show(name, width, line));
		});
		while (this.follow) {
			for (Map.Entry<String, Path> log : logs.entrySet()) {
				positions.computeIfPresent(log.getKey(),
						(name, position) -> showNew(name, width, log.getValue(), position));
			}
			Thread.sleep(PAUSE_MILLIS);
		}
		return 0;
	}

	private Map<String, Path> chosen() {
		Map<String, Path> logs = new SystemStatus(this.state.existing()).logs();
		String wanted = this.process;
		if (wanted == null) {
			return logs;
		}
		Path log = logs.get(wanted);
		if (log == null) {
			throw new LaunchFailure(
					"Unknown process '" + wanted + "'; choose one of " + String.join(", ", logs.keySet()) + ".");
		}
		return Map.of(wanted, log);
	}

	private void show(String name, int width, String line) {
		String prefix = (this.process != null) ? "" : ("%-" + width + "s | ").formatted(name);
		LogLine.readable(line).forEach((part) -> this.console.line(prefix + part));
	}

	/**
	 * Shows complete lines that were appended; a file that has become shorter is a new
	 * one.
	 */
	private long showNew(String name, int width, Path log, long position) {
		long length = log.toFile().length();
		long start = (length < position) ? 0 : position;
		if (length == start) {
			return start;
		}
		try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
			byte[] added = new byte[(int) Math.min(length - start, 1 << 20)];
			file.seek(start);
			file.readFully(added);
			int end = added.length;
			while (end > 0 && added[end - 1] != '\n') {
				end--;
			}
			new String(added, 0, end, StandardCharsets.UTF_8).lines().forEach((line) -> show(name, width, line));
			return start + end;
		}
		catch (IOException ex) {
			return start;
		}
	}

}
