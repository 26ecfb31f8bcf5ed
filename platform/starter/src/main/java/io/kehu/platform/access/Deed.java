package io.kehu.platform.access;

import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may mean to do to a record.
 */
public enum Deed {

	/** To see it; who was given it to read or to write may. */
	READ,

	/** To change it; who was given it to write may. */
	CHANGE,

	/** To delete or restore it. */
	DELETE,

	/** To give it to others, or to somebody else's care. */
	SHARE;

	String permission(Guarded guarded) {
		return switch (this) {
			case READ -> guarded.read();
			case CHANGE, SHARE -> guarded.write();
			case DELETE -> guarded.delete();
		};
	}

	@Nullable Scope scope(Guarded guarded, Caller caller) {
		return caller.scope(permission(guarded)).orElse(null);
	}

}
