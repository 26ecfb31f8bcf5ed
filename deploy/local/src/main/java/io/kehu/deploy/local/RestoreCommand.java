package io.kehu.deploy.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.Backup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Restores a backup in place of the present state.
 */
@Command(name = "restore", mixinStandardHelpOptions = true,
		description = "Replaces the state of Kehu, which must not be running, by a backup.")
final class RestoreCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Parameters(paramLabel = "FOLDER", description = "The folder with the backup.")
	private Path folder = Path.of("");

	@Option(names = "--at", paramLabel = "TIME",
			description = "The point in time to restore, such as 2026-11-30T12:00:00Z; the latest by default.")
	private @Nullable Instant at;

	RestoreCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws Exception {
		return this.state.state().exclusively(() -> {
			Path former = new Backup(this.state.existing(), this.folder).restore(this.at);
			this.console.line("Restored. ./kehu up starts it, and publishes the events of all records again.");
			this.console.line("The former state is in " + former + ".");
			return 0;
		});
	}

}
