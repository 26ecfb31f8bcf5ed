package io.kehu.deploy.local;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.Prometheus;
import io.kehu.deploy.local.system.Secrets;
import io.kehu.deploy.local.system.Settings;
import io.kehu.deploy.local.system.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/***
 * Starts everything and explains how to use it.
 */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Starts everything that is not running yet.",
		footer = { "", "Three instances of customer-service that receive requests in the ratio 5:3:1:",
				"  ./kehu up --scale customer-service=3 --weights 5,3,1" })
final class UpCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Mixin
	private SettingsOptions options = new SettingsOptions();

	@Option(names = "--ignore-memory", description = "Starts even if there seems to be too little memory.")
	private boolean ignoreMemory;

	@Option(names = "--observe",
			description = "Starts Prometheus, too, with the rules of deploy/observability, if it is installed.")
	private boolean observe;

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
		boolean begun = start(system);
		if (this.observe) {
			observe(system);
		}
		if (!begun) {
			this.console.line("Kehu is already running: %s".formatted(system.gatewayUrl()));
			return 0;
		}
		Duration time = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
		system.recordStart(time);
		this.console.line("Kehu is up after %.1f s.".formatted(time.toMillis() / 1000.0));
		explain(system);
		new Trainer(system).startWhenNeeded();
		return 0;
	}

	private void observe(LocalSystem system) {
		this.console
			.line(new Prometheus(system)
				.start() ? "Prometheus collects metrics: http://localhost:%d".formatted(system.settings().port(Prometheus.NAME)) : "Prometheus is not installed, so that --observe has no effect: on Debian, apt-get install prometheus.");
		this.console.line("Dashboards for Grafana, which is not started: " + system.dashboards());
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
				// The process is ending, and the shutdown hook has to finish.
				waitForever();
			}
		}
	}

	private static void waitForever() {
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
		this.console.line("  Console        %s".formatted(gateway));
		this.console.line("  Administrator  %s, password in %s".formatted(Secrets.ADMINISTRATOR,
				secrets.administratorPasswordFile()));
		this.console.line("  Registry       http://localhost:%d".formatted(settings.port("discovery")));
		this.console.line("  Kafka          localhost:%d, user %s, settings for kcat -F in %s"
			.formatted(settings.port("kafka"), Secrets.OPERATOR, secrets.kafkaClientFile()));
		this.console.line("  Redis          localhost:%d".formatted(settings.port("redis")));
		this.console.line("  PostgreSQL     localhost:%d".formatted(settings.port("postgresql")));
		this.console.line("");
		ShellExamples examples = ShellExamples.of(settings, gateway, secrets.clientSecretFile());
		this.console.line(examples.title());
		this.console.line("");
		examples.lines().forEach(this.console::line);
		this.console.line("");
		this.console.line("./kehu status | logs -f | demo | down");
	}

}
