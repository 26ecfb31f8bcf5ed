package io.kehu.platform.record;

import java.util.List;

import io.kehu.platform.outbox.OutgoingEvent;

/**
 * A change that was recorded.
 *
 * @param event the event that is published
 * @param fields the members that have changed
 */
public record NotedChange(OutgoingEvent event, List<String> fields) {
}
