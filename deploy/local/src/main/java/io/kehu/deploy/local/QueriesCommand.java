package io.kehu.deploy.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.platform.embedded.QueryReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reports the most expensive statements of a database with their plans, and the use of
 * its indexes.
 */
@Command(name = "queries", mixinStandardHelpOptions = true,
		description = "Reports the most expensive statements of a database with their plans, and its unused indexes.",
		footer = { "", "The database is one of the running system, or any other that --url names; the password is",
				"the environment variable PGPASSWORD then." })
final class QueriesCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Parameters(arity = "0..1", paramLabel = "DATABASE", defaultValue = "kehu_order",
			description = "For example kehu_customer; ${DEFAULT-VALUE} if omitted.")
	private String database = "kehu_order";

	@Option(names = "--url", paramLabel = "JDBC-URL", description = "The address of another server's database.")
	private @Nullable String url;

	@Option(names = "--user", paramLabel = "ROLE", description = "The role for --url; postgres if omitted.")
	private String user = "postgres";

	@Option(names = "--most", paramLabel = "NUMBER", description = "How many of each are listed; 10 if omitted.")
	private int most = 10;

	QueriesCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		try (Connection connection = connect()) {
			QueryReport.of(connection, this.most).forEach(this.console::line);
			return 0;
		}
		catch (SQLException ex) {
			throw new LaunchFailure("The database has no statistics: " + ex.getMessage());
		}
	}

	private Connection connect() throws SQLException {
		return (this.url != null) ? DriverManager.getConnection(this.url, this.user, System.getenv("PGPASSWORD"))
				: this.state.existing().databases().connect(this.database);
	}

}
