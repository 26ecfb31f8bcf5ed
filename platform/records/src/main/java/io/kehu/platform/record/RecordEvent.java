package io.kehu.platform.record;

import java.util.Locale;

/**
 * An event of one kind of record, named in the past tense. A kind with many events
 * declares them as an enum.
 */
@FunctionalInterface
public interface RecordEvent {

	/** Any change without an event that is specific to it. */
	RecordEvent CHANGED = of("changed");

	/** The deletion of a record. */
	RecordEvent DELETED = of("deleted");

	/** The restoration of a deleted record. */
	RecordEvent RESTORED = of("restored");

	/** Returns an event with this action, for example {@code converted}. */
	static RecordEvent of(String action) {
		return () -> action;
	}

	/** Returns the name of the event, for example {@code CONVERTED}. */
	String name();

	/**
	 * Returns the action in one word, as it appears in the history and in the type of the
	 * event.
	 */
	default String action() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
