package io.kehu.auth.right;

import org.jspecify.annotations.Nullable;

/**
 * A permission as a service announces it.
 *
 * @param name the name, as {@code resource:action}
 * @param description what it permits
 * @param scoped whether it can be limited to one's own or one's teams' records
 * @param grantedLike the resource whose permissions built-in roles have when they are to
 * have this one too, or null
 */
record LearntPermission(@Nullable String name, @Nullable String description, boolean scoped,
		@Nullable String grantedLike) {

	private static final String NAME = "[a-z][a-z-]*:[a-z][a-z-]*";

	private static final int LONGEST = 200;

	/** Returns whether the permission can be added to the catalogue. */
	boolean isValid() {
		return this.name != null && this.name.matches(NAME) && this.name.length() <= LONGEST && this.description != null
				&& !this.description.isBlank() && this.description.length() <= LONGEST;
	}

	/** Returns the resource of a valid permission. */
	String resource() {
		String valid = String.valueOf(this.name);
		return valid.substring(0, valid.indexOf(':'));
	}

}
