package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/***
 * Stops everything and removes all data.
 */
@Command(name = "reset", mixinStandardHelpOptions = true,
		description = "Stops everything and removes its data, secrets and logs, after confirmation.")
final class ResetCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Option(names = { "-y", "--yes" }, description = "Skips the confirmation.")
	private boolean yes;

	ResetCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws Exception {
		StateFolder folder = this.state.state();
		if (!this.yes && !this.console
			.confirms("This stops Kehu and removes all its data, secrets and logs in " + folder.path() + ".")) {
			this.console.line("Nothing was removed.");
			return Kehu.FAILED;
		}
		return folder.exclusively(() -> reset(folder));
	}

	private Integer reset(StateFolder folder) {
		try (ProgressBoard board = new ProgressBoard(this.console, "stopped")) {
			this.state.existing().down(board);
			folder.delete();
			board.notice("Removed: the next ./kehu up starts with empty databases.");
			return 0;
		}
	}

}
