package io.kehu.platform.access;

import org.jspecify.annotations.Nullable;

/**
 * The shares that count for an operation.
 *
 * @param sql a further condition for the shares, or null if no share counts
 */
record SharedFor(@Nullable String sql) {

	/** Any share allows reading. */
	static final SharedFor READING = new SharedFor("");

	private static final SharedFor CHANGING = new SharedFor(" and s.permission = 'WRITE'");

	private static final SharedFor NOTHING = new SharedFor(null);

	static SharedFor of(AccessLevel level) {
		return switch (level) {
			case READ -> READING;
			case CHANGE -> CHANGING;
			case DELETE, SHARE -> NOTHING;
		};
	}

}
