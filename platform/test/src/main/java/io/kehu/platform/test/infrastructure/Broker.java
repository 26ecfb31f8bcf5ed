package io.kehu.platform.test.infrastructure;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.awaitility.Awaitility;

/**
 * Empties Kafka between test classes: topics have fixed names, and so a class would
 * otherwise read the events of the class before.
 */
final class Broker {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private Broker() {
	}

	static void empty(String bootstrapServers) {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			Awaitility.await()
				.atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(20))
				.pollDelay(Duration.ZERO)
				.until(() -> deleteTopics(admin) == 0);
			deleteGroups(admin);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Kafka at " + bootstrapServers + " cannot be emptied.", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static int deleteTopics(Admin admin) throws ExecutionException, InterruptedException {
		Set<String> topics = admin.listTopics().names().get();
		try {
			admin.deleteTopics(topics).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof UnknownTopicOrPartitionException)) {
				throw ex;
			}
		}
		return topics.size();
	}

	/** A group that still has a member belongs to a context that a test keeps open. */
	private static void deleteGroups(Admin admin) throws ExecutionException, InterruptedException {
		Set<String> groups = admin.listGroups()
			.all()
			.get()
			.stream()
			.map(GroupListing::groupId)
			.collect(Collectors.toSet());
		try {
			admin.deleteConsumerGroups(groups).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof GroupNotEmptyException
					|| ex.getCause() instanceof GroupIdNotFoundException)) {
				throw ex;
			}
		}
	}

}
