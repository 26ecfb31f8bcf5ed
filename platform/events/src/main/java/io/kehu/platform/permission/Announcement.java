package io.kehu.platform.permission;

import java.util.List;

/**
 * All permissions of a service, as announced at each of its starts.
 *
 * @param service the name of the service
 * @param permissions its permissions, by name
 */
record Announcement(String service, List<AnnouncedPermission> permissions) {

	/**
	 * The prefix of the topics, each of which only the service that it names writes to.
	 */
	static final String TOPICS = "kehu.permissions.";

	static final String TYPE = "io.kehu.permission.announced.v1";

}
