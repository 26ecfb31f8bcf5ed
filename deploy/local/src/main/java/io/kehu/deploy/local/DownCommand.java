package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/***
 * Stops everything and keeps the data.
 */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stops everything and keeps the data.")
final class DownCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Option(names = "--now", description = "Stops without completing the start-up caches.")
	private boolean now;

	DownCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws Exception {
		return this.state.state().exclusively(this::down);
	}

	private Integer down() {
		try (ProgressBoard board = new ProgressBoard(this.console, "stopped")) {
			LocalSystem system = this.state.existing();
			if (!this.now) {
				new Trainer(system).finish(board);
			}
			if (!system.down(board)) {
				this.console.line("Kehu is not running.");
			}
			return 0;
		}
	}

}
