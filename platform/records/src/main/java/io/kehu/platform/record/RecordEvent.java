package io.kehu.platform.record;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The events of one kind of record. Implemented by an enum with one constant for each
 * action, in the past tense.
 */
public interface RecordEvent {

	/** Returns the topic of the events. */
	String topic();

	/** Returns the kind of record, as in {@code io.kehu.customer.registered.v1}. */
	String subject();

	/** Returns the constant's name. */
	String name();

	/**
	 * Returns the change in the form that the journal records.
	 * @param before the record before the change, or null if it is new
	 */
	default RecordChange of(@Nullable RecordView before, RecordView after) {
		String action = name().toLowerCase(Locale.ROOT);
		return new RecordChange(topic(), "io.kehu.%s.%s.v1".formatted(subject(), action), action, after.id(),
				after.version(), before, after);
	}

}
