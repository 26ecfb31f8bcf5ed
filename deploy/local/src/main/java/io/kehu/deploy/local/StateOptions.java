package io.kehu.deploy.local;

import java.nio.file.Path;

import io.kehu.deploy.local.system.LocalSystem;
import io.kehu.deploy.local.system.StateFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The option that every command has: where the system keeps its state.
 */
final class StateOptions {

	@Option(names = "--state", paramLabel = "FOLDER", description = "Where everything is kept; .kehu unless given.")
	private @Nullable Path folder;

	/** The project's root, told by the script. */
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
