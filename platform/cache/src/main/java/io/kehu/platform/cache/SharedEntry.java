package io.kehu.platform.cache;

import org.jspecify.annotations.Nullable;

/**
 * What Redis knows of a record: {@code <epoch> <version> <kind><shape><json>}.
 *
 * @param version the record's version
 * @param kind what is known as of that version
 * @param json the record when it is known, else empty
 */
record SharedEntry(long version, Kind kind, String json) {

	/**
	 * Reads an entry.
	 * @return null when the entry belongs to another epoch or to another shape of the
	 * record, as it does while a new release replaces the old one
	 */
	static @Nullable SharedEntry parse(String stored, String epoch, String shape) {
		if (!stored.startsWith(epoch + " ")) {
			return null;
		}
		int versionAt = epoch.length() + 1;
		int versionEnd = stored.indexOf(' ', versionAt);
		long version = Long.parseLong(stored, versionAt, versionEnd, 10);
		int shapeAt = versionEnd + 2;
		return switch (stored.charAt(versionEnd + 1)) {
			case 'K' -> stored.startsWith(shape, shapeAt)
					? new SharedEntry(version, Kind.KNOWN, stored.substring(shapeAt + shape.length())) : null;
			case 'G' -> gone(version);
			default -> unknown(version);
		};
	}

	static SharedEntry gone(long version) {
		return new SharedEntry(version, Kind.GONE, "");
	}

	static SharedEntry unknown(long version) {
		return new SharedEntry(version, Kind.UNKNOWN, "");
	}

	/** Returns what follows the version. */
	String payload(String shape) {
		return switch (this.kind) {
			case KNOWN -> "K" + shape + this.json;
			case GONE -> "G";
			case UNKNOWN -> "U";
		};
	}

	/** What is known of a record as of a version. */
	enum Kind {

		/** The record itself. */
		KNOWN,

		/** The record no longer exists. */
		GONE,

		/** Only that older versions are outdated. */
		UNKNOWN

	}

}
