package io.kehu.auth.team;

import io.kehu.platform.record.RecordEvent;

/**
 * The published events of teams.
 */
enum TeamEvent implements RecordEvent {

	FORMED, CHANGED, DELETED, RESTORED;

	static final String TOPIC = "kehu.users";

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "team";
	}

}
