package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LaunchFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command <code>./kehu</code>.
 */
@Command(name = "kehu", mixinStandardHelpOptions = true, versionProvider = Kehu.Version.class,
		description = "Runs the whole system on this machine.", synopsisSubcommandLabel = "COMMAND",
		footer = { "", "Exit codes: 0 success, 1 failure, 2 invalid arguments, 3 not running." })
public final class Kehu implements Callable<Integer> {

	static final int FAILED = 1;

	static final int NOT_RUNNING = 3;

	private final Console console;

	@Spec
	private @Nullable CommandSpec spec;

	private Kehu(Console console) {
		this.console = console;
	}

	/** Runs one command and ends the process with its exit code. */
	public static void main(String[] arguments) {
		System.exit(run(Console.ofProcess(), arguments));
	}

	static int run(Console console, String... arguments) {
		CommandLine commands = new CommandLine(new Kehu(console));
		commands.addSubcommand(new UpCommand(console));
		commands.addSubcommand(new DownCommand(console));
		commands.addSubcommand(new StatusCommand(console));
		commands.addSubcommand(new LogsCommand(console));
		commands.addSubcommand(new WeighCommand(console));
		commands.addSubcommand(new BackupCommand(console));
		commands.addSubcommand(new RestoreCommand(console));
		commands.addSubcommand(new ResetCommand(console));
		commands.addSubcommand(new DemoCommand(console));
		commands.addSubcommand(new ConformanceCommand(console));
		commands.addSubcommand(new PaymentProviderCommand(console));
		commands.addSubcommand(new QueriesCommand(console));
		commands.addSubcommand(new TrainCommand());
		commands.setOut(console.out());
		commands.setErr(console.err());
		commands.setExecutionExceptionHandler((failure, command, parsed) -> {
			if (failure instanceof LaunchFailure) {
				console.error(String.valueOf(failure.getMessage()));
			}
			else {
				console.error("Internal error:");
				failure.printStackTrace(console.err());
			}
			return FAILED;
		});
		return commands.execute(arguments);
	}

	@Override
	public Integer call() {
		if (this.spec != null) {
			this.spec.commandLine().usage(this.console.err());
		}
		return CommandLine.ExitCode.USAGE;
	}

	/**
	 * Provides the version.
	 */
	static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = Kehu.class.getPackage().getImplementationVersion();
			return new String[] { "Kehu " + ((version != null) ? version : "(development build)") };
		}

	}

}
