package io.kehu.platform.id;

import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/**
 * Generates and parses record ids: UUIDs of version 7 (RFC 9562), which sort by creation
 * time and therefore stay close together in an index.
 */
public final class Ids {

	private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

	private static final Pattern CANONICAL = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private Ids() {
	}

	/**
	 * Returns a new id.
	 */
	public static UUID next() {
		return GENERATOR.generate();
	}

	/**
	 * Parses an id in its usual notation of 36 characters.
	 * @throws IllegalArgumentException if it is in another notation
	 */
	public static UUID parse(String text) {
		if (!CANONICAL.matcher(text).matches()) {
			throw new IllegalArgumentException("not a UUID");
		}
		return UUID.fromString(text);
	}

}
