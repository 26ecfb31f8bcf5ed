package io.kehu.deploy.local;

import java.util.concurrent.Callable;

import io.kehu.deploy.local.system.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/***
 * Creates the start-up caches; run in the background by <code>up</code>.
 */
@Command(name = "train", hidden = true, mixinStandardHelpOptions = true, description = "Creates the start-up caches.")
final class TrainCommand implements Callable<Integer> {

	@Mixin
	private StateOptions state = new StateOptions();

	@Override
	public Integer call() {
		new Trainer(this.state.existing()).train();
		return 0;
	}

}
