package io.kehu.auth.role;

import io.kehu.platform.record.RecordEvent;

/**
 * The published events of roles.
 */
enum RoleEvent implements RecordEvent {

	DEFINED, CHANGED, DELETED, RESTORED;

	static final String TOPIC = "kehu.users";

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "role";
	}

}
