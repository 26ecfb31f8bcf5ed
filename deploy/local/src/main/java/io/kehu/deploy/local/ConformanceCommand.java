package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import io.kehu.deploy.local.conformance.SuiteClients;
import io.kehu.deploy.local.conformance.SuiteConfiguration;
import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.deploy.local.system.LocalSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Registers the clients and the user that the conformance suite of the OpenID Foundation
 * needs, and prints the configuration of a test plan.
 */
@Command(name = "conformance-clients", mixinStandardHelpOptions = true,
		description = "Registers clients for the conformance suite of the OpenID Foundation and prints its configuration.",
		footer = { "",
				"The configuration is for the plans oidcc-basic-certification-test-plan, oidcc-config-certification-test-plan and",
				"oidcc-rp-initiated-logout-certification-test-plan, with discovery and a static client." })
final class ConformanceCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Option(names = "--suite", paramLabel = "URL",
			description = "The address of the suite; https://localhost.emobix.co.uk:8443 by default.")
	private String suite = "https://localhost.emobix.co.uk:8443";

	@Option(names = "--alias", paramLabel = "NAME", description = "The alias of the configuration; kehu by default.")
	private String alias = "kehu";

	ConformanceCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		LocalSystem system = this.state.existing();
		if (!system.isRunning()) {
			throw new LaunchFailure("Kehu is not running: run ./kehu up first.");
		}
		String callback = this.suite.replaceFirst("/+$", "") + "/test/a/" + this.alias + "/callback";
		SuiteClients clients = new SuiteClients(system.gatewayUrl(), system.accessToken());
		SuiteConfiguration configuration = new SuiteConfiguration(system.gatewayUrl(), this.alias,
				clients.client("Conformance suite", callback), clients.client("Conformance suite, second", callback),
				clients.client("Conformance suite, secret in the body", callback), clients.user());
		this.console.line(configuration.json());
		return 0;
	}

}
