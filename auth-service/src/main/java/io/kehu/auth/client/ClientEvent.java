package io.kehu.auth.client;

import io.kehu.platform.record.RecordEvent;

/**
 * The published events of partner clients.
 */
enum ClientEvent implements RecordEvent {

	REGISTERED, CHANGED, LOCKED, UNLOCKED, DELETED, RESTORED;

	static final String TOPIC = "kehu.users";

	@Override
	public String topic() {
		return TOPIC;
	}

	@Override
	public String subject() {
		return "client";
	}

}
