package io.kehu.platform.outbox;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The topics that a service publishes to. Kinds of record and other beans declare them
 * when they are created, before the first instance that leads the outbox creates them.
 */
final class EventTopics {

	private final NavigableSet<String> names = new ConcurrentSkipListSet<>();

	EventTopics(Collection<String> further) {
		this.names.addAll(further);
	}

	void add(String name) {
		this.names.add(name);
	}

	NavigableSet<String> names() {
		return this.names;
	}

}
