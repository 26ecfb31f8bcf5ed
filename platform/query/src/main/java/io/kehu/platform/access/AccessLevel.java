package io.kehu.platform.access;

import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of access to a record.
 */
public enum AccessLevel {

	/** Read the record; also allowed by a share to read or to write. */
	READ,

	/** Change the record; also allowed by a share to write. */
	CHANGE,

	/** Delete or restore the record. */
	DELETE,

	/** Share the record, or change its owner or team. */
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
