package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/***
 * Stops everything and keeps the data.
 */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything and keeps the data.")
final class DownCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	DownCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws Exception {
		return this.state.state().exclusively(this::down);
	}

	private Integer down() {
		try (ProgressBoard board = new ProgressBoard(this.console, "stopped")) {
			if (!this.state.existing().down(board)) {
				this.console.line("Kehu is not running.");
			}
			return 0;
		}
	}

}
