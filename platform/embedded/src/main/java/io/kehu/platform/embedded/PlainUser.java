package io.kehu.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL, which refuses to run as root, is run when this JVM belongs to root.
 */
enum PlainUser {

	/** This JVM does not belong to root; nothing needs to be done. */
	SELF,

	/** In a user namespace, the process owns root's files without being root. */
	NAMESPACE,

	/**
	 * Where namespaces are forbidden, as in many containers, the files are transferred to
	 * another user.
	 */
	NOBODY;

	private static @Nullable PlainUser found;

	/**
	 * Returns the way that works for this JVM.
	 * @return the way, never null
	 * @throws ServerStartException if none works
	 */
	static synchronized PlainUser current() {
		if (found == null) {
			found = find();
		}
		return found;
	}

	private static PlainUser find() {
		if (new UnixSystem().getUid() != 0) {
			return SELF;
		}
		for (PlainUser user : List.of(NAMESPACE, NOBODY)) {
			if (user.works()) {
				return user;
			}
		}
		throw new ServerStartException("PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux)"
				+ " works here: start Kehu as a plain user.");
	}

	List<String> command(List<String> command) {
		List<String> whole = new ArrayList<>(switch (this) {
			case SELF -> List.of();
			case NAMESPACE -> List.of("unshare", "--user");
			case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
		});
		whole.addAll(command);
		return whole;
	}

	/** Transfers the folder to the user that runs PostgreSQL. */
	void own(Path folder) throws IOException {
		if (this == NAMESPACE) {
			Commands.run(List.of("chown", "-R", "0:0", folder.toString()));
		}
		if (this == NOBODY) {
			Commands.run(List.of("chown", "-R", "65534:65534", folder.toString()));
		}
	}

	private boolean works() {
		try {
			Commands.run(command(List.of("true")));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
