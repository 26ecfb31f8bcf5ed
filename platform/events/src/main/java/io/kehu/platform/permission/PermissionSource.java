package io.kehu.platform.permission;

import java.util.Collection;

/**
 * Knows some of the permissions of a service. Those of records are known from their
 * declarations; a service declares a bean of this type for others.
 */
@FunctionalInterface
public interface PermissionSource {

	/** Returns the permissions, never null. */
	Collection<AnnouncedPermission> permissions();

}
