package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/***
 * Changes the weight of a running instance.
 */
@Command(name = "weigh", mixinStandardHelpOptions = true,
		description = "Changes the share of requests that a running instance receives; 0 drains it.")
final class WeighCommand implements Callable<Integer> {

	private final Console console;

	@Mixin
	private StateOptions state = new StateOptions();

	@Parameters(index = "0", paramLabel = "INSTANCE", description = "For example customer-service-2.")
	private String instance = "";

	@Parameters(index = "1", paramLabel = "WEIGHT", description = "A number from 0 to 1000000.")
	private int weight;

	WeighCommand(Console console) {
		this.console = console;
	}

	@Override
	public Integer call() {
		this.state.existing().weigh(this.instance, this.weight);
		this.console.line("%s has the weight %d.".formatted(this.instance, this.weight));
		return 0;
	}

}
