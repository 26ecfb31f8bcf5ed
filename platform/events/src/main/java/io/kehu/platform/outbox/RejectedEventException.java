package io.kehu.platform.outbox;

/**
 * Says that Kafka refuses one event for a reason of its own, so that sending it again at
 * once is no use.
 */
final class RejectedEventException extends RuntimeException {

	private final StoredEvent event;

	RejectedEventException(StoredEvent event, Throwable reason) {
		super(reason.toString(), reason);
		this.event = event;
	}

	StoredEvent event() {
		return this.event;
	}

}
