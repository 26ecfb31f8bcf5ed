package io.kehu.platform.id;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/**
 * Makes the ids of all records: UUIDs of version 7 (RFC 9562), which sort by the time of
 * their making and so stay close together in an index.
 */
public final class Ids {

	private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

	private Ids() {
	}

	/**
	 * Returns a new id, never null.
	 */
	public static UUID next() {
		return GENERATOR.generate();
	}

}
