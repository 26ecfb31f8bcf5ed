package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.Secrets;
import io.kehu.deploy.local.system.Settings;
import io.kehu.deploy.local.system.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts everything and says how to use it.
 */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts everything that does not run yet.",
		footer = { "", "Three customer-services that share requests 5 to 3 to 1:",
				"  ./kehu up --scale customer-service=3 --weights 5,3,1" })
final class UpCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Mixin
	private SettingsOptions options = new SettingsOptions();

	@Option(names = "--ignore-memory", description = "Starts even when memory looks too small.")
	private boolean ignoreMemory;

	UpCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() throws Exception {
		Settings settings = this.options.settings();
		return this.state.state().exclusively(() -> up(settings));
	}

	private Integer up(Settings settings) {
		LocalSystem running = this.state.existing();
		LocalSystem system = (this.options.isEmpty() && running.isRunning()) ? running
				: new LocalSystem(this.state.root(), this.state.state(), settings);
		long begin = System.nanoTime();
		if (!start(system)) {
			this.console.line("Kehu is running already: %s".formatted(system.gatewayUrl()));
			return 0;
		}
		this.console.line("Kehu is up after %.1f s.".formatted((System.nanoTime() - begin) / 1e9));
		explain(system);
		new Trainer(system).startWhenNeeded();
		return 0;
	}

	private boolean start(LocalSystem system) {
		Thread giveUp = new Thread(system::abandon, "give-up");
		Runtime.getRuntime().addShutdownHook(giveUp);
		try (ProgressBoard board = new ProgressBoard(this.console, "ready")) {
			return system.up(board, !this.ignoreMemory);
		}
		finally {
			try {
				Runtime.getRuntime().removeShutdownHook(giveUp);
			}
			catch (IllegalStateException ex) {
				// The process is ending: the hook is at work and must be.
				waitForEver();
			}
		}
	}

	private static void waitForEver() {
		try {
			Thread.currentThread().join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void explain(LocalSystem system) {
		Settings settings = system.settings();
		Secrets secrets = system.secrets();
		String gateway = system.gatewayUrl();
		this.console.line("");
		this.console.line("  Kehu           %s".formatted(gateway));
		this.console.line("  Registry       http://localhost:%d".formatted(settings.port("discovery")));
		this.console.line("  Administrator  %s, password in %s".formatted(Secrets.ADMINISTRATOR,
				secrets.administratorPasswordFile()));
		this.console.line("  Kafka          localhost:%d".formatted(settings.port("kafka")));
		this.console.line("  Redis          localhost:%d".formatted(settings.port("redis")));
		this.console.line("  PostgreSQL     localhost:%d".formatted(settings.port("postgresql")));
		this.console.line("");
		Examples examples = Examples.of(settings, gateway, secrets.clientSecretFile());
		this.console.line(examples.title());
		this.console.line("");
		examples.lines().forEach(this.console::line);
		this.console.line("");
		this.console.line("./kehu status | logs -f | demo | down");
	}

}
