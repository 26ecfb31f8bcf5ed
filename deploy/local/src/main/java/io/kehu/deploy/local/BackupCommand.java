package io.kehu.deploy.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Backs up the running system.
 */
@Command(name = "backup", mixinStandardHelpOptions = true,
		description = "Backs up databases, secrets and files of migrations while Kehu runs, and archives all later changes in the same folder.")
final class BackupCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Parameters(paramLabel = "FOLDER", description = "The folder for the backup, on another disk if possible.")
	private Path folder = Path.of("");

	BackupCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws Exception {
		return this.state.state().exclusively(() -> {
			new Backup(this.state.existing(), this.folder).take();
			this.console.line("Backed up to %s; changes are archived there from now on.".formatted(this.folder));
			this.console.line("It contains the keys of this installation: protect it like the system itself.");
			return 0;
		});
	}

}
