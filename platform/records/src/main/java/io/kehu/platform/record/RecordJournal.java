package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.history.History;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records each change twice, in the transaction of the change: as an event for other
 * services and as a line in the history of the record.
 */
public final class RecordJournal {

	private final Outbox outbox;

	private final History history;

	private final JsonMapper json;

	RecordJournal(Outbox outbox, History history, JsonMapper json) {
		this.outbox = outbox;
		this.history = history;
		this.json = json;
	}

	/** Declares the topic of a kind of record, which is created if it does not exist. */
	public void publishes(String topic) {
		this.outbox.publishes(topic);
	}

	/**
	 * Records changes.
	 * @throws IllegalStateException if there is no transaction
	 */
	public void note(Collection<RecordChange> changes) {
		List<Noted> noted = changes.stream().map(this::noted).toList();
		this.outbox.appendAll(noted.stream().map(Noted::event).toList());
		this.history.append(noted.stream().map(Noted::line).toList());
	}

	/**
	 * Records one change.
	 * @throws IllegalStateException if there is no transaction
	 */
	public void note(RecordChange change) {
		note(List.of(change));
	}

	private Noted noted(RecordChange change) {
		JsonNode after = this.json.valueToTree(change.after());
		JsonNode before = (change.before() != null) ? this.json.valueToTree(change.before()) : null;
		return new Noted(new OutgoingEvent(change.topic(), change.type(), change.id(), change.version(), after),
				new History.Line(change.kind(), change.id(), change.version(), change.action(), before, after));
	}

	/**
	 * The event and the line in the history that result from one change.
	 */
	private record Noted(OutgoingEvent event, History.Line line) {
	}

}
