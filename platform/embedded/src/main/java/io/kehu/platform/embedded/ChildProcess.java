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
 * A started process that writes to a log file and is guarded against outliving this JVM.
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
		// A terminal that closes must not end a server that was let go
		List<String> shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' HUP; exec \"$@\"", "kehu"));
		shielded.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(shielded);
		builder.environment().putAll(environment);
		builder.directory(settings.folder().toFile());
		builder.redirectInput(Path.of("/dev/null").toFile());
		builder.redirectErrorStream(true);
		builder.redirectOutput(ProcessBuilder.Redirect.appendTo(settings.logFile().toFile()));
		try {
			Process process = builder.start();
			// Read once: a process that ends at once has no start time any more
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
						name + " did not answer within " + patience.toSeconds() + " s. " + tail(this.logFile));
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
		return new ServerStartException(name + " ended while it started (exit code " + exit + "). " + tail(logFile));
	}

	private static String tail(Path logFile) {
		try {
			List<String> lines = Files.readAllLines(logFile, StandardCharsets.UTF_8);
			return "Its log " + logFile + " ends with: "
					+ String.join(" | ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
		}
		catch (IOException ex) {
			return "Its log is " + logFile + ".";
		}
	}

}
