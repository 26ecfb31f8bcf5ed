package io.kehu.platform.permission;

import org.jspecify.annotations.Nullable;

/**
 * A permission that a service checks, and that roles can grant.
 *
 * @param name the name, as {@code resource:action}
 * @param description what it permits, in the words of a user
 * @param scoped whether it can be limited to one's own or one's teams' records
 * @param grantedLike the resource whose permissions built-in roles have when they are to
 * have this one too; null if only administrators, and for reading auditors, have it
 */
public record AnnouncedPermission(String name, String description, boolean scoped, @Nullable String grantedLike) {

	/** Returns a permission without scopes that only administrators and auditors have. */
	public static AnnouncedPermission of(String name, String description) {
		return new AnnouncedPermission(name, description, false, null);
	}

}
