package io.kehu.platform.outbox;

/**
 * Thrown if Kafka rejects a single event for a reason that lies in the event itself, so
 * that sending it again immediately would fail, too.
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
