package io.kehu.platform.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event received from Kafka.
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
	 * Returns the id of the event.
	 * @return the CloudEvents id
	 */
	public UUID id() {
		return this.metadata.id();
	}

	/**
	 * Returns the topic that the event was published to.
	 * @return the topic
	 */
	public String topic() {
		return this.metadata.topic();
	}

	/**
	 * Returns the type of the event.
	 * @return the CloudEvents type
	 */
	public String type() {
		return this.metadata.type();
	}

	/**
	 * Returns the id of the aggregate that the event is about.
	 * @return the aggregate's id
	 */
	public UUID key() {
		return this.metadata.key();
	}

	/**
	 * Returns the version of the aggregate, which orders its events.
	 * @return the aggregate's version after the change
	 */
	public long version() {
		return this.metadata.version();
	}

	/**
	 * Returns the time of the change.
	 * @return the instant of the change
	 */
	public Instant time() {
		return this.metadata.time();
	}

	/**
	 * Returns whether the aggregate has been erased permanently.
	 * @return true if there is no data
	 */
	public boolean tombstone() {
		return this.data == null;
	}

	/**
	 * Converts the data to the given type. Fields that the type does not declare are
	 * ignored; declared fields that are missing become null or zero.
	 * @param <T> the type
	 * @param type a record with the fields that the consumer needs
	 * @return the data, never null
	 * @throws MalformedEventException if the data cannot be converted to the type
	 * @throws IllegalStateException if the event is a tombstone
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
	 * The values of the headers of an event.
	 */
	record Metadata(UUID id, String topic, String type, UUID key, long version, Instant time) {

	}

}
