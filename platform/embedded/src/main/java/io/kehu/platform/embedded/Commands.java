package io.kehu.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Runs short commands to completion.
 */
final class Commands {

	private Commands() {
	}

	static String run(List<String> command) throws IOException {
		return run(command, Map.of(), "");
	}

	/**
	 * Runs a command.
	 * @param command the command with its arguments
	 * @param environment variables to add
	 * @param input the standard input of the command
	 * @return the output of the command
	 * @throws IOException if the command is missing or fails
	 */
	static String run(List<String> command, Map<String, String> environment, String input) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(environment);
		Process process = builder.start();
		try (OutputStream pipe = process.getOutputStream()) {
			pipe.write(input.getBytes(StandardCharsets.UTF_8));
		}
		try (InputStream pipe = process.getInputStream()) {
			String output = new String(pipe.readAllBytes(), StandardCharsets.UTF_8);
			int exit = process.waitFor();
			if (exit != 0) {
				throw new IOException(
						String.join(" ", command) + " failed with exit code " + exit + ": " + output.strip());
			}
			return output;
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException(command.get(0) + " was interrupted.", ex);
		}
	}

}
