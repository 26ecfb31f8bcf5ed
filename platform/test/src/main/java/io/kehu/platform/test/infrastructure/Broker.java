package io.kehu.platform.test.infrastructure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
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

	/** Replaces each topic by an empty one with the same settings. */
	static void renew(String bootstrapServers) {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
			List<NewTopic> topics = describe(admin);
			empty(bootstrapServers);
			admin.createTopics(topics).all().get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("Kafka at " + bootstrapServers + " cannot be renewed.", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static List<NewTopic> describe(Admin admin) throws ExecutionException, InterruptedException {
		Map<String, TopicDescription> topics = admin.describeTopics(admin.listTopics().names().get())
			.allTopicNames()
			.get();
		Map<ConfigResource, Config> settings = admin.describeConfigs(
				topics.keySet().stream().map((name) -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList())
			.all()
			.get();
		return topics.values().stream().map((topic) -> {
			Config config = Objects
				.requireNonNull(settings.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())));
			Map<String, String> changed = config.entries()
				.stream()
				.filter((entry) -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
				.collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
			return new NewTopic(topic.name(), topic.partitions().size(), (short) 1).configs(changed);
		}).toList();
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
