package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;

import io.kehu.platform.history.History;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes each change twice in the transaction that makes it: as an event for others and as
 * a line of the record's history.
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

	/**
	 * Notes changes.
	 * @throws IllegalStateException when there is no transaction
	 */
	public void note(Collection<RecordChange> changes) {
		List<Noted> noted = changes.stream().map(this::noted).toList();
		this.outbox.appendAll(noted.stream().map(Noted::event).toList());
		this.history.append(noted.stream().map(Noted::line).toList());
	}

	/**
	 * Notes one change.
	 * @throws IllegalStateException when there is no transaction
	 */
	public void note(RecordChange change) {
		note(List.of(change));
	}

	private Noted noted(RecordChange change) {
		JsonNode after = this.json.valueToTree(change.after());
		JsonNode before = (change.before() != null) ? this.json.valueToTree(change.before()) : null;
		return new Noted(new OutgoingEvent(change.topic(), change.type(), change.id(), change.version(), after),
				new History.Line(change.id(), change.version(), change.action(), before, after));
	}

	/**
	 * Both notes of one change.
	 */
	private record Noted(OutgoingEvent event, History.Line line) {
	}

}
