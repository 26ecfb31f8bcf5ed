package io.kehu.platform.inbox;

import java.util.List;
import java.util.Set;

/**
 * What a service does with the events of another: a bean of this type is all that a
 * consumer needs.
 * <p>
 * The starter subscribes it under the group {@code <service>.<name>}, claims the events
 * in the inbox, retries with back-off in order, and puts what cannot be handled into the
 * dead-letter topic {@code <topic>.<service>.<name>.dlt}.
 */
public interface EventConsumer {

	/**
	 * Tells the consumers of one service apart.
	 * @return a short name in lower case with hyphens, for example
	 * {@code customer-replica}; never changed once in use
	 */
	String name();

	/**
	 * What is listened to.
	 * @return the topics, at least one
	 */
	Set<String> topics();

	/**
	 * Takes what is new: neither duplicates nor stale versions, in order per aggregate.
	 * Called in a transaction that also holds the claims, so that the effect takes place
	 * exactly once when it is written to the service's database.
	 * <p>
	 * When it throws, the transaction is rolled back and the events come again, one by
	 * one, so that a bad event is told from the good ones around it.
	 * @param events the events, at least one
	 */
	void accept(List<IncomingEvent> events);

}
