package io.kehu.deploy.local;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.NodeStatus;
import io.kehu.deploy.local.system.SystemStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Shows the status of every process, and the figures of the whole system.
 */
@Command(name = "status", mixinStandardHelpOptions = true,
		description = "Shows each process with its port, pid, health and memory, and how long the last start took.",
		footer = { "", "Memory is the proportional set size (pages shared by several processes are divided",
				"among them), or the resident set size where the system does not report it.",
				"Exit code 0: all are up; 1: some are not; 3: none is running." })
final class StatusCommand implements Callable<Integer> {

	private static final long MEGABYTE = 1024 * 1024;

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	StatusCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		LocalSystem system = this.state.existing();
		if (!system.isRunning()) {
			this.console.line("Kehu is not running.");
			return Kehu.NOT_RUNNING;
		}
		List<NodeStatus> nodes = new SystemStatus(system).all();
		this.console.line("%-20s %6s %8s  %-10s %9s".formatted("process", "port", "pid", "health", "memory"));
		nodes.forEach((node) -> this.console.line("%-20s %6d %8s  %-10s %6d MB".formatted(node.name(), node.port(),
				(node.pid() > 0) ? Long.toString(node.pid()) : "-", word(node), node.memory() / MEGABYTE)));
		this.console.line("%-20s %6s %8s  %-10s %6d MB".formatted("total", "", "", "",
				nodes.stream().mapToLong(NodeStatus::memory).sum() / MEGABYTE));
		system.lastStart()
			.ifPresent((time) -> this.console.line("The last start took %.1f s.".formatted(time.toMillis() / 1000.0)));
		return nodes.stream().allMatch((node) -> node.health() == NodeStatus.Health.UP) ? 0 : Kehu.FAILED;
	}

	private static String word(NodeStatus node) {
		return node.health().name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
