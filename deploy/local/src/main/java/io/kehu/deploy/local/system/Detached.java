package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts processes that outlive the launcher and are not affected by Ctrl-C in its
 * terminal.
 */
final class Detached {

	/** Keeps what the process writes from other users of the machine. */
	private static final List<String> PRIVATE_FILES = List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "kehu");

	private static final List<String> NEW_SESSION = newSession();

	private Detached() {
	}

	/**
	 * Starts a command that writes to a log; the previous log is kept with the suffix
	 * ".1".
	 * @throws LaunchFailure if the command cannot be started
	 */
	static Process start(List<String> command, Map<String, String> environment, Path log) {
		List<String> whole = new ArrayList<>(NEW_SESSION);
		whole.addAll(PRIVATE_FILES);
		whole.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(whole);
		builder.environment().putAll(environment);
		builder.redirectErrorStream(true);
		builder.redirectOutput(log.toFile());
		builder.redirectInput(Path.of("/dev/null").toFile());
		try {
			if (Files.exists(log)) {
				Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
			}
			PrivateFile.write(log, "");
			return builder.start();
		}
		catch (IOException ex) {
			throw new LaunchFailure("'" + command.get(0) + "' could not be started: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Returns a command that starts a new session, using util-linux or, as on macOS,
	 * Perl.
	 */
	private static List<String> newSession() {
		if (onPath("setsid")) {
			return List.of("setsid");
		}
		if (onPath("perl")) {
			return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!");
		}
		return List.of();
	}

	/** Returns whether a command is installed. */
	static boolean onPath(String command) {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.filter((folder) -> !folder.isEmpty())
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, command)));
	}

}
