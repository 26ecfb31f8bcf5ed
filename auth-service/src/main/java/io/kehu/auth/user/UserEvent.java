package io.kehu.auth.user;

import io.kehu.platform.record.RecordEvent;

/**
 * The published events of users.
 */
enum UserEvent implements RecordEvent {

	REGISTERED, CHANGED, LOCKED, UNLOCKED, ATTACKED, DELETED, RESTORED;

	static final String TOPIC = "kehu.users";

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "user";
	}

}
