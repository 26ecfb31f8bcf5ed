package io.kehu.platform.personal;

import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The history of one kind of record as a place with sealed values.
 */
public final class SealedHistory implements SealedPlace {

	private static final UUID FIRST = new UUID(0, 0);

	private final SealedRows rows;

	private final SealedCopies copies;

	private final JsonMapper json;

	private final String kind;

	private final Class<?> type;

	/**
	 * Creates the place.
	 * @param kind the kind of record
	 * @param type the type of its views
	 */
	public SealedHistory(SealedRows rows, SealedCopies copies, JsonMapper json, String kind, Class<?> type) {
		this.rows = rows;
		this.copies = copies;
		this.json = json;
		this.kind = kind;
		this.type = type;
	}

	@Override
	public String name() {
		return "history of " + this.kind;
	}

	@Override
	public long seal() {
		String members = PersonalData.of(this.type)
			.sealedMembers()
			.stream()
			.collect(Collectors.joining("|", "\"(", ")\""));
		return this.rows.seal(new SealedRows.Walk<>(
				"""
						select record_id, version, step, changes from history where kind = '%s'
						and (record_id, version, step) > (?, ?, ?) and changes::text ~ '%s' order by record_id, version, step"""
					.formatted(this.kind, members),
				(row, number) -> new Row(row.getObject(1, UUID.class), row.getLong(2), row.getInt(3), row.getString(4)),
				Row::key, "update history set changes = ?::json where record_id = ? and version = ? and step = ?",
				this::sealed), FIRST, -1L, 0);
	}

	private Object @Nullable [] sealed(Row row) {
		ObjectNode changes = (ObjectNode) this.json.readTree(row.changes());
		boolean outdated = false;
		for (String member : PersonalData.of(this.type).sealedMembers()) {
			if (changes.get(member) instanceof ArrayNode change) {
				outdated |= this.copies.outdated(this.type, member, change.get(0))
						|| this.copies.outdated(this.type, member, change.get(1));
				ArrayNode sealed = changes.putArray(member);
				change.forEach((value) -> sealed.add(this.copies.resealed(this.type, row.id(), member, value)));
			}
		}
		return outdated ? new Object[] { this.json.writeValueAsString(changes), row.id(), row.version(), row.step() }
				: null;
	}

	private record Row(UUID id, long version, int step, String changes) {

		Object[] key() {
			return new Object[] { this.id, this.version, this.step };
		}

	}

}
