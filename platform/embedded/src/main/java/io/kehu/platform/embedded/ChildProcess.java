package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A child process that writes to a log file and does not outlive this JVM by accident.
 */
final class ChildProcess {

	private static final Duration POLL = Duration.ofMillis(20);

	private static final int LOG_LINES = 5;

	private final Process process;

	private final ProcessIdentity identity;

	private final Guardian guardian;

	private final Path logFile;

	private ChildProcess(Process process, ProcessIdentity identity, Guardian guardian, Path logFile) {
		this.process = process;
		this.identity = identity;
		this.guardian = guardian;
		this.logFile = logFile;
	}

	static ChildProcess start(ServerKind kind, ServerSettings settings, List<String> command,
			Map<String, String> environment) {
		// Closing the terminal must not end a detached server, whose files are private
		List<String> shielded = new ArrayList<>(
				List.of("/bin/sh", "-c", "umask 077; trap '' HUP; exec \"$@\"", "kehu"));
		shielded.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(shielded);
		builder.environment().putAll(environment);
		builder.directory(settings.folder().toFile());
		builder.redirectInput(Path.of("/dev/null").toFile());
		builder.redirectErrorStream(true);
		builder.redirectOutput(ProcessBuilder.Redirect.appendTo(settings.logFile().toFile()));
		try {
			Process process = builder.start();
			// Read only once: a process that has ended has no start time
			ProcessIdentity identity = process.info()
				.startInstant()
				.map((begun) -> new ProcessIdentity(process.pid(), begun))
				.orElseThrow(() -> ended(kind.label(), process, settings.logFile()));
			String signal = settings.temporary() ? kind.quickSignal() : kind.stopSignal();
			Guardian guardian = Guardian.of(process.pid(), signal, settings.temporary() ? settings.folder() : null);
			CompletableFuture<Void> unused = process.onExit().thenRun(guardian::ended);
			return new ChildProcess(process, identity, guardian, settings.logFile());
		}
		catch (IOException ex) {
			throw new ServerStartException(kind.label() + " cannot be started: " + ex.getMessage(), ex);
		}
	}

	ProcessIdentity identity() {
		return this.identity;
	}

	void awaitReady(String name, BooleanSupplier ready, Duration patience) {
		long end = System.nanoTime() + patience.toNanos();
		while (!ready.getAsBoolean()) {
			if (!this.process.isAlive()) {
				throw ended(name, this.process, this.logFile);
			}
			if (System.nanoTime() > end) {
				throw new ServerStartException(
						name + " was not ready within " + patience.toSeconds() + " s. " + tail(this.logFile));
			}
			try {
				Thread.sleep(POLL.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new ServerStartException("The start of " + name + " was interrupted.", ex);
			}
		}
	}

	void stop(String signal, Duration patience) {
		this.identity.stop(signal, patience);
		this.guardian.release();
	}

	void kill() {
		this.identity.kill();
		this.guardian.release();
	}

	void release() {
		this.guardian.release();
	}

	private static ServerStartException ended(String name, Process process, Path logFile) {
		int exit = process.onExit().join().exitValue();
		return new ServerStartException(name + " ended during start-up (exit code " + exit + "). " + tail(logFile));
	}

	private static String tail(Path logFile) {
		try {
			List<String> lines = Files.readAllLines(logFile, StandardCharsets.UTF_8);
			return "The log " + logFile + " ends with: "
					+ String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
		}
		catch (IOException ex) {
			return "See the log " + logFile + ".";
		}
	}

}
