package io.kehu.platform.id;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/**
 * Generates record ids: UUIDs of version 7 (RFC 9562), which sort by creation time and
 * therefore stay close together in an index.
 */
public final class Ids {

	private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

	private Ids() {
	}

	/**
	 * Returns a new id.
	 */
	public static UUID next() {
		return GENERATOR.generate();
	}

}
