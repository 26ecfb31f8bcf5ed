package io.kehu.platform.record;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What can happen to a record, for the world to know: an enum, one for each kind of
 * record, with a constant for each past-tense action.
 */
public interface RecordEvent {

	/** Returns the topic of its events. */
	String topic();

	/** Returns the kind of record, as in {@code io.kehu.customer.registered.v1}. */
	String subject();

	/** Returns the constant's name. */
	String name();

	/**
	 * Returns the change as the journal notes it.
	 * @param before the record before, or null when there was none
	 */
	default RecordChange of(@Nullable RecordView before, RecordView after) {
		String action = name().toLowerCase(Locale.ROOT);
		return new RecordChange(topic(), "io.kehu.%s.%s.v1".formatted(subject(), action), action, after.id(),
				after.version(), before, after);
	}

}
