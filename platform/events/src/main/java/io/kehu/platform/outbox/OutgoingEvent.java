package io.kehu.platform.outbox;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event about one aggregate, to be published to Kafka.
 *
 * @param topic the topic, one of those that the service {@link Outbox#publishes declares}
 * @param type the CloudEvents type in the past tense, for example
 * {@code io.kehu.customer.registered.v1}
 * @param key the aggregate's id, which is the record's key
 * @param version the aggregate's version after the change, higher than that of all
 * earlier events of the aggregate
 * @param data the complete current record, written as JSON when the event is appended;
 * {@code null} for a tombstone
 */
public record OutgoingEvent(String topic, String type, UUID key, long version, @Nullable Object data) {

	public OutgoingEvent {
		Objects.requireNonNull(topic, "topic");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(key, "key");
	}

	/**
	 * Creates an event without data, which removes the key from the compacted topic.
	 * @param topic the topic
	 * @param type the CloudEvents type in the past tense
	 * @param key the id of the erased aggregate
	 * @param version the version assigned to the erasure
	 * @return the tombstone, never null
	 */
	public static OutgoingEvent tombstone(String topic, String type, UUID key, long version) {
		return new OutgoingEvent(topic, type, key, version, null);
	}

}
