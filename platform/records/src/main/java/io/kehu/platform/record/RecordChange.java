package io.kehu.platform.record;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One change of one record, as the journal is told of it.
 *
 * @param topic the topic of its event
 * @param type the CloudEvents type of its event
 * @param action what was done, in one word, for the history
 * @param id the record's id
 * @param version the record's version after the change
 * @param before the record's view before, or null when there was none
 * @param after the record's view after: the event's data
 */
public record RecordChange(String topic, String type, String action, UUID id, long version, @Nullable Object before,
		Object after) {
}
