package io.kehu.deploy.local.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts one instance of an application as a separate process.
 */
final class ServiceProcess {

	private final ApplicationInstance instance;

	private final ApplicationFiles files;

	private final LocalSystem system;

	ServiceProcess(ApplicationInstance instance, ApplicationFiles files, LocalSystem system) {
		this.instance = instance;
		this.files = files;
		this.system = system;
	}

	Process start() {
		List<String> command = java();
		if (Files.exists(this.files.cache())) {
			command.addAll(JavaRuntime.use(this.files.cache()));
		}
		command.addAll(List.of("-jar", this.files.jar().toString()));
		return Detached.start(command, environment(), log());
	}

	/**
	 * Returns the command of a run that creates the start-up cache: it creates the
	 * application context and ends before serving, registering or consuming.
	 */
	List<String> training(Path cache) {
		List<String> command = java();
		command.addAll(JavaRuntime.make(cache));
		command.add("-Dspring.context.exit=onRefresh");
		command.addAll(List.of("-jar", this.files.jar().toString()));
		return command;
	}

	private List<String> java() {
		List<String> command = JavaRuntime.command(this.instance.application());
		command.addAll(CompilerDirectives.options(this.system.state()));
		return command;
	}

	Map<String, String> environment() {
		Map<String, String> environment = environment(this.instance, this.system);
		// Fewer malloc arenas save memory in processes with many threads
		environment.put("MALLOC_ARENA_MAX", "2");
		return environment;
	}

	/** After a restore, services publish their records again. */
	private static Map<String, String> environment(ApplicationInstance instance, LocalSystem system) {
		Map<String, String> environment = new LinkedHashMap<>(
				Topology.environment(instance, system.settings(), system.secrets()));
		Path restored = system.state().restored();
		if (Files.exists(restored)) {
			try {
				environment.put("KEHU_EVENTS_REPUBLISH", Files.readString(restored));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return environment;
	}

	Path log() {
		return this.system.state().log(this.instance.name());
	}

	/** Writes the environment to a file for use by an IDE or a shell. */
	static Path writeEnvironment(ApplicationInstance instance, LocalSystem system) {
		String lines = environment(instance, system).entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + entry.getValue() + "\n")
			.collect(Collectors.joining());
		Path file = system.state().environment(instance.name());
		try {
			PrivateFile.write(file, lines);
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
