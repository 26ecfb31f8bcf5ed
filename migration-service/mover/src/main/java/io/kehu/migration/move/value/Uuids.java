package io.kehu.migration.move.value;

import java.util.UUID;

/**
 * Casts UUIDs.
 */
final class Uuids {

	private Uuids() {
	}

	static void cast(Value in, TupleBuffer out) throws CastException {
		if (in.length() != 36) {
			throw CastException.invalid("UUID");
		}
		try {
			UUID uuid = UUID.fromString(in.text());
			out.appendInt(16);
			out.appendLong(uuid.getMostSignificantBits());
			out.appendLong(uuid.getLeastSignificantBits());
		}
		catch (IllegalArgumentException ex) {
			throw CastException.invalid("UUID");
		}
	}

}
