package io.kehu.platform.record;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The events of one kind of record: one for its creation, one for each intent, and those
 * for changing, deleting and restoring it.
 *
 * @param topic the topic of the events, for example {@code kehu.leads}
 * @param subject the kind of record, as in {@code io.kehu.lead.captured.v1} and in error
 * messages
 * @param created the event of the creation
 * @param actions the actions of all events, in one word each
 */
public record RecordEvents(String topic, String subject, RecordEvent created, Set<String> actions) {

	/**
	 * Declares the events of a kind of record.
	 * @param created the action of creating a record, in the past tense
	 * @param intents the events of further intents
	 */
	public static RecordEvents of(String topic, String subject, String created, RecordEvent... intents) {
		RecordEvent creation = RecordEvent.of(created);
		Set<String> actions = new LinkedHashSet<>();
		Stream.concat(Stream.of(creation, RecordEvent.CHANGED), Arrays.stream(intents))
			.forEach((event) -> actions.add(event.action()));
		actions.addAll(List.of(RecordEvent.DELETED.action(), RecordEvent.RESTORED.action()));
		return new RecordEvents(topic, subject, creation, actions);
	}

	/**
	 * Returns the CloudEvents type of an action.
	 */
	public String type(String action) {
		return "io.kehu.%s.%s.v1".formatted(this.subject, action);
	}

	/**
	 * Returns a change in the form that the journal records.
	 * @param before the record before the change, or null if it is new
	 * @throws IllegalStateException if the event is not one of these
	 */
	public RecordChange change(RecordEvent event, @Nullable RecordView before, RecordView after) {
		if (!this.actions.contains(event.action())) {
			throw new IllegalStateException("%s is not an event of a %s".formatted(event.action(), this.subject));
		}
		return new RecordChange(this.topic, type(event.action()), event.action(), after.id(), after.version(), before,
				after);
	}

}
