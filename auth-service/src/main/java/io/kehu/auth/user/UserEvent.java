package io.kehu.auth.user;

import io.kehu.platform.record.RecordEvent;

/**
 * What can happen to a user, for the world to know.
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
