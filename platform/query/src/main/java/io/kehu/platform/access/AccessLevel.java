package io.kehu.platform.access;

import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to do with a record.
 */
public enum AccessLevel {

	/** See it; a share to read or to write is enough. */
	READ,

	/** Change it; a share to write is enough. */
	CHANGE,

	/** Delete or restore it. */
	DELETE,

	/** Share it, or give it another owner or team. */
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
