package io.kehu.platform.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user of Kafka, who authenticates with SCRAM, and what the user may do.
 *
 * @param name the name
 * @param password the password
 * @param rules what is allowed; everything else is denied
 */
public record KafkaUser(String name, String password, List<Rule> rules) {

	/**
	 * Creates a user with a copy of the rules.
	 */
	public KafkaUser {
		rules = List.copyOf(rules);
	}

	/**
	 * Creates a user without any rights.
	 * @param name the name
	 * @param password the password
	 */
	public KafkaUser(String name, String password) {
		this(name, password, List.of());
	}

	/**
	 * Returns this user with the right to create topics and to write to them.
	 * @param topics the names of the topics
	 * @return the user, never null
	 */
	public KafkaUser writing(Collection<String> topics) {
		return with(topics.stream()
			.flatMap((topic) -> Stream.of("CREATE", "WRITE", "DESCRIBE")
				.map((operation) -> new Rule(operation, "TOPIC", false, topic))));
	}

	/**
	 * Returns this user with the right to read topics.
	 * @param topics the names of the topics
	 * @return the user, never null
	 */
	public KafkaUser reading(Collection<String> topics) {
		return with(topics.stream()
			.flatMap((topic) -> Stream.of("READ", "DESCRIBE")
				.map((operation) -> new Rule(operation, "TOPIC", false, topic))));
	}

	/**
	 * Returns this user with the right to read all topics that start with a prefix.
	 * @param prefix the prefix of the topics
	 * @return the user, never null
	 */
	public KafkaUser readingAll(String prefix) {
		return with(Stream.of("READ", "DESCRIBE").map((operation) -> new Rule(operation, "TOPIC", true, prefix)));
	}

	/**
	 * Returns this user with all rights to topics that start with a prefix.
	 * @param prefix the prefix of the topics
	 * @return the user, never null
	 */
	public KafkaUser owning(String prefix) {
		return with(Stream.of("CREATE", "READ", "WRITE", "DESCRIBE", "DELETE")
			.map((operation) -> new Rule(operation, "TOPIC", true, prefix)));
	}

	/**
	 * Returns this user with the right to join consumer groups that start with a prefix.
	 * @param prefix the prefix of the groups
	 * @return the user, never null
	 */
	public KafkaUser joining(String prefix) {
		return with(Stream.of("READ", "DESCRIBE").map((operation) -> new Rule(operation, "GROUP", true, prefix)));
	}

	/**
	 * Returns this user with the right to use a transactional id.
	 * @param id the transactional id
	 * @return the user, never null
	 */
	public KafkaUser committing(String id) {
		return with(
				Stream.of("WRITE", "DESCRIBE").map((operation) -> new Rule(operation, "TRANSACTIONAL_ID", false, id)));
	}

	private KafkaUser with(Stream<Rule> more) {
		List<Rule> all = new ArrayList<>(this.rules);
		more.forEach(all::add);
		return new KafkaUser(this.name, this.password, all);
	}

	/**
	 * One allowed operation.
	 *
	 * @param operation Kafka's name of the operation
	 * @param type Kafka's name of the type of resource
	 * @param prefixed whether it applies to all resources that start with the name
	 * @param resource the name of the resource
	 */
	public record Rule(String operation, String type, boolean prefixed, String resource) {
	}

}
