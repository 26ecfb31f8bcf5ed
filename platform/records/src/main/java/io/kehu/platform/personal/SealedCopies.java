package io.kehu.platform.personal;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.history.Change;
import io.kehu.platform.history.History;
import io.kehu.platform.sealing.Sealing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals and opens what is stored of records apart from their tables: the history, caches
 * and snapshots. Each text is bound to its record and field.
 */
public final class SealedCopies {

	private final Sealing sealing;

	/** Creates an object that uses these keys. */
	public SealedCopies(Sealing sealing) {
		this.sealing = sealing;
	}

	private String sealed(UUID id, String field, String text) {
		return this.sealing.sealText(text, Sealing.context(id, field));
	}

	private String opened(UUID id, String field, String text) {
		return this.sealing.openText(text, Sealing.context(id, field));
	}

	/**
	 * Returns whether the stored JSON of a member contains a text that the present key
	 * has not sealed.
	 */
	public boolean outdated(Class<?> type, String member, JsonNode value) {
		boolean[] outdated = new boolean[1];
		PersonalData.of(type).withSealed(member, value, (field, text) -> {
			outdated[0] |= !text.startsWith(this.sealing.presentMark());
			return text;
		});
		return outdated[0];
	}

	/** Returns the stored JSON of a member, sealed with the present key. */
	public JsonNode resealed(Class<?> type, UUID id, String member, JsonNode value) {
		PersonalData data = PersonalData.of(type);
		return sealed(data, id, member, opened(data, id, member, value));
	}

	/** Returns a copy of a record to be stored. */
	public <V extends Record> V sealed(V record, UUID id) {
		PersonalData data = PersonalData.of(record.getClass());
		return data.sealed() ? data.withSealed(record, (field, text) -> sealed(id, field, text)) : record;
	}

	/** Returns the record of a stored copy. */
	public <V extends Record> V opened(V record, UUID id) {
		PersonalData data = PersonalData.of(record.getClass());
		return data.sealed() ? data.withSealed(record, (field, text) -> opened(id, field, text)) : record;
	}

	/** Returns changes to a record of this type to be stored. */
	public List<Change> sealed(Class<?> type, UUID id, List<Change> changes) {
		PersonalData data = PersonalData.of(type);
		return data.sealed() ? changes.stream().map((change) -> sealed(data, id, change)).toList() : changes;
	}

	private Change sealed(PersonalData data, UUID id, Change change) {
		return new Change(change.field(), sealed(data, id, change.field(), change.from()),
				sealed(data, id, change.field(), change.to()));
	}

	private JsonNode sealed(PersonalData data, UUID id, String member, JsonNode value) {
		return data.withSealed(member, value, (field, text) -> sealed(id, field, text));
	}

	/** Returns the stored history of a record of this type with its values in clear. */
	public List<History.Entry> opened(Class<?> type, UUID id, List<History.Entry> history) {
		PersonalData data = PersonalData.of(type);
		return data.sealed() ? history.stream()
			.map((entry) -> entry.with(entry.changes().stream().map((change) -> opened(data, id, change)).toList()))
			.toList() : history;
	}

	private Change opened(PersonalData data, UUID id, Change change) {
		return new Change(change.field(), opened(data, id, change.field(), change.from()),
				opened(data, id, change.field(), change.to()));
	}

	private JsonNode opened(PersonalData data, UUID id, String member, JsonNode value) {
		return data.withSealed(member, value, (field, text) -> opened(id, field, text));
	}

	/** Returns the JSON of a record of this type to be stored. */
	public ObjectNode sealed(Class<?> type, UUID id, ObjectNode json) {
		PersonalData data = PersonalData.of(type);
		ObjectNode copy = json.deepCopy();
		data.members()
			.stream()
			.filter(copy::has)
			.forEach((member) -> copy.set(member, sealed(data, id, member, copy.get(member))));
		return copy;
	}

	/** Returns the stored JSON of a record of this type with its values in clear. */
	public ObjectNode opened(Class<?> type, UUID id, ObjectNode json) {
		PersonalData data = PersonalData.of(type);
		ObjectNode copy = json.deepCopy();
		data.members()
			.stream()
			.filter(copy::has)
			.forEach((member) -> copy.set(member, opened(data, id, member, copy.get(member))));
		return copy;
	}

}
