package io.kehu.platform.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as it stood in Kafka.
 */
public final class IncomingEvent {

	private final Metadata metadata;

	private final byte @Nullable [] data;

	private final JsonMapper json;

	IncomingEvent(Metadata metadata, byte @Nullable [] data, JsonMapper json) {
		this.metadata = metadata;
		this.data = data;
		this.json = json;
	}

	/**
	 * The event's own id.
	 * @return the CloudEvents id
	 */
	public UUID id() {
		return this.metadata.id();
	}

	/**
	 * Where the event stood.
	 * @return the topic
	 */
	public String topic() {
		return this.metadata.topic();
	}

	/**
	 * What happened.
	 * @return the CloudEvents type
	 */
	public String type() {
		return this.metadata.type();
	}

	/**
	 * To what it happened.
	 * @return the aggregate's id
	 */
	public UUID key() {
		return this.metadata.key();
	}

	/**
	 * How new it is among the events of its aggregate.
	 * @return the aggregate's version after the change
	 */
	public long version() {
		return this.metadata.version();
	}

	/**
	 * When it happened.
	 * @return the instant of the change
	 */
	public Instant time() {
		return this.metadata.time();
	}

	/**
	 * Whether the aggregate has been erased for good.
	 * @return true when there is no data
	 */
	public boolean tombstone() {
		return this.data == null;
	}

	/**
	 * Reads the data. Fields that the type does not declare are ignored; declared fields
	 * that are missing become null or zero.
	 * @param <T> the type
	 * @param type a record of the few fields that the consumer reads
	 * @return the data, never null
	 * @throws MalformedEventException when the data cannot be read as the type
	 * @throws IllegalStateException when this is a tombstone
	 */
	public <T> T data(Class<T> type) {
		if (this.data == null) {
			throw new IllegalStateException("A tombstone has no data: " + this.metadata);
		}
		try {
			T value = this.json.readValue(this.data, type);
			if (value == null) {
				throw new MalformedEventException("Data is null: " + this.metadata, null);
			}
			return value;
		}
		catch (JacksonException ex) {
			throw new MalformedEventException("Cannot read as %s: %s".formatted(type.getSimpleName(), this.metadata),
					ex);
		}
	}

	@Override
	public String toString() {
		return this.metadata.toString();
	}

	/**
	 * What the headers say about an event.
	 */
	record Metadata(UUID id, String topic, String type, UUID key, long version, Instant time) {

	}

}
