package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.kehu.platform.history.Change;
import io.kehu.platform.history.History;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;
import io.kehu.platform.personal.PersonalData;
import io.kehu.platform.personal.SealedCopies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records each change twice, in the transaction of the change: as an event for other
 * services and as a line in the history of the record. Events do not contain what is
 * sealed.
 */
public final class RecordJournal {

	private final Outbox outbox;

	private final History history;

	private final JsonMapper json;

	private final SealedCopies copies;

	private final List<NotedChanges> followers;

	RecordJournal(Outbox outbox, History history, JsonMapper json, SealedCopies copies, List<NotedChanges> followers) {
		this.followers = followers;
		this.outbox = outbox;
		this.history = history;
		this.json = json;
		this.copies = copies;
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
		List<Noted> noted = changes.stream()
			.map((change) -> noted(change, change.action(), Map.of(), Map.of()))
			.toList();
		this.outbox.appendAll(noted.stream().map(Noted::event).toList());
		this.history.append(noted.stream().map(Noted::line).toList());
		follow(noted);
	}

	private void follow(List<Noted> noted) {
		if (!noted.isEmpty()) {
			List<NotedChange> changes = noted.stream().map(Noted::change).toList();
			this.followers.forEach((follower) -> follower.noted(changes));
		}
	}

	/**
	 * Records one change.
	 * @throws IllegalStateException if there is no transaction
	 */
	public void note(RecordChange change) {
		note(List.of(change));
	}

	/**
	 * Records one change whose line in the history has another action than its event, and
	 * further members.
	 * @param from the further members before the change
	 * @param to the further members after the change
	 * @throws IllegalStateException if there is no transaction
	 */
	public void note(RecordChange change, String action, Map<String, ?> from, Map<String, ?> to) {
		Noted noted = noted(change, action, from, to);
		this.outbox.append(noted.event());
		this.history.append(List.of(noted.line()));
		follow(List.of(noted));
	}

	/**
	 * Publishes the state of records that have not changed.
	 * @throws IllegalStateException if there is no transaction
	 */
	void publishAgain(Collection<RecordChange> states) {
		this.outbox.appendAll(
				states.stream().map((state) -> noted(state, state.action(), Map.of(), Map.of()).event()).toList());
	}

	private Noted noted(RecordChange change, String action, Map<String, ?> from, Map<String, ?> to) {
		Class<?> type = change.after().getClass();
		ObjectNode before = (change.before() != null) ? this.json.valueToTree(change.before()) : null;
		ObjectNode after = this.json.valueToTree(change.after());
		List<Change> changes = this.copies.sealed(type, change.id(),
				Change.between((before != null) ? with(before, from) : null, with(after, to)));
		// Afterwards, since what is sealed has been copied
		PersonalData.of(type).removeSealed(after);
		return new Noted(new OutgoingEvent(change.topic(), change.type(), change.id(), change.version(), after),
				new History.Line(change.kind(), change.id(), change.version(), action, changes));
	}

	/** Returns a copy with further members, or the object itself if there are none. */
	private ObjectNode with(ObjectNode tree, Map<String, ?> further) {
		ObjectNode result = further.isEmpty() ? tree : tree.deepCopy();
		further.forEach((name, value) -> result.set(name, this.json.valueToTree(value)));
		return result;
	}

	/**
	 * The event and the line in the history that result from one change.
	 */
	private record Noted(OutgoingEvent event, History.Line line) {

		NotedChange change() {
			return new NotedChange(this.event, this.line.changes().stream().map(Change::field).toList());
		}

	}

}
