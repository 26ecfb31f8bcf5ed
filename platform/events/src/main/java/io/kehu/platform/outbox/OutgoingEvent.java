package io.kehu.platform.outbox;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One event about one aggregate, as it will stand in Kafka.
 *
 * @param topic the topic, one of those that the service declares in
 * {@code kehu.outbox.topics}
 * @param type the past-tense CloudEvents type, for example
 * {@code io.kehu.customer.registered.v1}
 * @param key the aggregate's id, which is the record's key
 * @param version the aggregate's version after the change; every event of one aggregate
 * has a higher one than the event before
 * @param data the whole current record, written as JSON when the event is appended;
 * {@code null} for a tombstone
 */
public record OutgoingEvent(String topic, String type, UUID key, long version, @Nullable Object data) {

	public OutgoingEvent {
		Objects.requireNonNull(topic, "topic");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(key, "key");
	}

	/**
	 * An event without data, which retires the key from the compacted topic.
	 * @param topic the topic
	 * @param type the past-tense CloudEvents type
	 * @param key the id of the erased aggregate
	 * @param version the version that erasing counts as
	 * @return the tombstone, never null
	 */
	public static OutgoingEvent tombstone(String topic, String type, UUID key, long version) {
		return new OutgoingEvent(topic, type, key, version, null);
	}

}
