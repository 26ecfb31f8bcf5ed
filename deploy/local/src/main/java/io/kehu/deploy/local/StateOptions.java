package io.kehu.deploy.local;

import java.nio.file.Path;

import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.StateFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option that all commands share: the folder with the state of the system.
 */
final class StateOptions {

	@Option(names = "--state", paramLabel = "FOLDER", description = "The folder with all data; .kehu by default.")
	private @Nullable Path folder;

	/** Returns the root folder of the project, which the script passes in. */
	Path root() {
		return Path.of(System.getProperty("kehu.root", "."));
	}

	StateFolder state() {
		Path chosen = this.folder;
		return new StateFolder((chosen != null) ? chosen : root().resolve(".kehu"));
	}

	LocalSystem existing() {
		return LocalSystem.existing(root(), state());
	}

}
