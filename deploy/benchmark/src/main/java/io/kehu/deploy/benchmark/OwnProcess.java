package io.kehu.deploy.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a benchmark command in a separate process, so that its memory can be limited and
 * measured.
 */
final class OwnProcess {

	private static final Path STATUS = Path.of("/proc/self/status");

	private OwnProcess() {
	}

	/**
	 * Runs a command.
	 * @param options options of the virtual machine
	 * @param command the command with its arguments
	 * @return its output
	 */
	static String run(List<String> options, List<String> command) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>();
		all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		all.addAll(options);
		String classPath = System.getProperty("java.class.path");
		if (classPath.endsWith(".jar") && classPath.indexOf(File.pathSeparatorChar) < 0) {
			all.addAll(List.of("-jar", classPath));
		}
		else {
			all.addAll(List.of("-cp", classPath, Benchmark.class.getName()));
		}
		all.addAll(command);
		return run(new ProcessBuilder(all));
	}

	/** Runs a process to completion and returns its output. */
	static String run(ProcessBuilder builder) throws IOException, InterruptedException {
		Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		int code = process.waitFor();
		if (code != 0) {
			throw new IllegalStateException("%s ended with %d".formatted(builder.command(), code));
		}
		return printed.strip();
	}

	/** Returns the peak resident memory of this process in MiB, or 0 if it is unknown. */
	static long residentMebibytes() throws IOException {
		if (!Files.exists(STATUS)) {
			return 0;
		}
		return Files.readAllLines(STATUS)
			.stream()
			.filter((line) -> line.startsWith("VmHWM:"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
			.findFirst()
			.orElse(0);
	}

}
