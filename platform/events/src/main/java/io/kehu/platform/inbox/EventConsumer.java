package io.kehu.platform.inbox;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Handles events of another service. To consume events, a service only has to declare a
 * bean of this type.
 * <p>
 * The starter subscribes it under the group {@code <service>.<name>}, claims the events
 * in the inbox, retries with back-off in order, and sends events that cannot be handled
 * to the dead-letter topic {@code <topic>.<service>.<name>.dlt}.
 */
public interface EventConsumer {

	/**
	 * Returns the name of the consumer, unique within the service.
	 * @return a short name in lower case with hyphens, for example
	 * {@code customer-replica}; must not change once in use
	 */
	String name();

	/**
	 * Returns the topics to subscribe to.
	 * @return the topics; empty if there is a {@link #topicPattern() pattern}
	 */
	Set<String> topics();

	/**
	 * Returns a pattern of the names of topics to subscribe to, including those that are
	 * created later.
	 * @return the pattern, or null to subscribe to {@link #topics()}
	 */
	default @Nullable Pattern topicPattern() {
		return null;
	}

	/**
	 * Handles new events: without duplicates or stale versions, and in order per
	 * aggregate. Called in a transaction that also contains the claims, so that the
	 * effect takes place exactly once if it is written to the service's database.
	 * <p>
	 * If this method throws an exception, the transaction is rolled back and the events
	 * are delivered again in smaller parts, down to single events, so that a failing
	 * event does not affect the others.
	 * @param events the events, at least one
	 */
	void accept(List<IncomingEvent> events);

}
