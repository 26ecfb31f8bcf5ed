package io.kehu.deploy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.demo.Company;
import io.kehu.deploy.local.demo.DemoLoader;
import io.kehu.deploy.local.demo.Northwind;
import io.kehu.deploy.local.demo.SampleCompany;
import io.kehu.deploy.local.demo.Tally;
import io.kehu.deploy.local.demo.Tally.Outcome;
import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.deploy.local.system.LocalSystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Fills the running system with data through the public API.
 */
@Command(name = "demo", mixinStandardHelpOptions = true,
		description = "Loads a made-up company, or a PostgreSQL dump with the tables of Northwind.",
		footer = { "", "A second run finds all records unchanged.",
				"Exit code 0: all rows were accepted; 1: some were rejected." })
final class DemoCommand implements Callable<Integer> {

	private static final int BAR = 30;

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Parameters(arity = "0..1", paramLabel = "FILE.sql", description = "The dump; the made-up company if omitted.")
	private @Nullable Path dump;

	DemoCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		LocalSystem system = this.state.existing();
		if (!system.isRunning()) {
			throw new LaunchFailure("Kehu is not running: run ./kehu up first.");
		}
		Path file = this.dump;
		Company company = (file != null) ? new Northwind(system.databases(), file).read() : new SampleCompany().make();
		List<Tally> tallies = new DemoLoader(system.gatewayUrl(), system::accessToken, this::progress).loadAll(company);
		return report(tallies) ? 0 : Kehu.FAILED;
	}

	private void progress(String what, int done, int all) {
		if (this.console.isTerminal()) {
			int full = (all == 0) ? BAR : BAR * done / all;
			this.console.raw("\r\033[K  %-10s [%s%s] %d of %d%s".formatted(what, "#".repeat(full),
					".".repeat(BAR - full), done, all, (done == all) ? "\n" : ""));
		}
		else {
			this.console.line("  %-10s %d of %d".formatted(what, done, all));
		}
	}

	/** Prints the figures and returns whether all rows were accepted. */
	private boolean report(List<Tally> tallies) {
		this.console.line("");
		this.console
			.line("%-12s %8s %8s %8s %10s %9s".formatted("", "read", "created", "updated", "unchanged", "rejected"));
		boolean all = true;
		for (Tally tally : tallies) {
			this.console
				.line("%-12s %8d %8d %8d %10d %9d".formatted(tally.what(), tally.read(), tally.of(Outcome.CREATED),
						tally.of(Outcome.UPDATED), tally.of(Outcome.UNCHANGED), tally.of(Outcome.REJECTED)));
			all &= tally.isComplete() && tally.of(Outcome.REJECTED) == 0;
		}
		tallies.forEach((tally) -> tally.reasons().forEach((reason) -> this.console.error("rejected: " + reason)));
		return all;
	}

}
