package io.kehu.platform.test.probe;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as a partner receives it.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset the place in the partition
 * @param key the aggregate's id, or null
 * @param headers the headers as text
 * @param value the record, or null for a tombstone
 */
public record ReceivedEvent(String topic, int partition, long offset, @Nullable String key, Map<String, String> headers,
		@Nullable JsonNode value) {

	/**
	 * The CloudEvents type.
	 * @return the header {@code ce_type}, or an empty text
	 */
	public String type() {
		return this.headers.getOrDefault("ce_type", "");
	}

	/**
	 * The CloudEvents id.
	 * @return the header {@code ce_id}, or an empty text
	 */
	public String id() {
		return this.headers.getOrDefault("ce_id", "");
	}

	/**
	 * The record.
	 * @return the value, never null
	 * @throws java.util.NoSuchElementException when the event is a tombstone
	 */
	public JsonNode json() {
		return Optional.ofNullable(this.value).orElseThrow();
	}

}
