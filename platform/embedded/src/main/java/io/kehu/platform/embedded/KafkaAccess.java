package io.kehu.platform.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may use a broker, and how: clients authenticate with SCRAM, and whatever no rule
 * allows is denied.
 *
 * @param brokerPassword the password with which broker and controller authenticate to
 * each other
 * @param users the users
 */
public record KafkaAccess(String brokerPassword, List<KafkaUser> users) {

	/** The security protocol of the listeners, which are on loopback. */
	public static final String PROTOCOL = "SASL_PLAINTEXT";

	/** The mechanism by which clients authenticate. */
	public static final String MECHANISM = "SCRAM-SHA-256";

	/**
	 * Creates an instance with a copy of the users.
	 */
	public KafkaAccess {
		users = List.copyOf(users);
	}

	/**
	 * Returns the settings with which a Kafka client authenticates as a user.
	 * @param user the name of the user
	 * @param password the user's password
	 * @return the settings, never null
	 */
	public static Map<String, String> client(String user, String password) {
		return Map.of("security.protocol", PROTOCOL, "sasl.mechanism", MECHANISM, "sasl.jaas.config",
				"org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
						+ password + "\";");
	}

	/**
	 * Returns the broker's settings, which refer to the listeners {@code SASL_PLAINTEXT}
	 * and {@code CONTROLLER}.
	 */
	Map<String, String> broker() {
		// The controller's own connections cannot use SCRAM, whose credentials it stores
		String internal = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\""
				+ this.brokerPassword + "\" user_broker=\"" + this.brokerPassword + "\";";
		return Map.ofEntries(
				Map.entry("listener.security.protocol.map", "CONTROLLER:SASL_PLAINTEXT," + PROTOCOL + ":" + PROTOCOL),
				Map.entry("security.inter.broker.protocol", PROTOCOL),
				Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
				Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
				Map.entry("sasl.enabled.mechanisms", MECHANISM + ",PLAIN"),
				Map.entry("listener.name.sasl_plaintext.plain.sasl.jaas.config", internal),
				Map.entry("listener.name.sasl_plaintext.scram-sha-256.sasl.jaas.config",
						"org.apache.kafka.common.security.scram.ScramLoginModule required;"),
				Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
				Map.entry("listener.name.controller.plain.sasl.jaas.config", internal),
				Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
				Map.entry("super.users", "User:broker"));
	}

	/** Returns the users and rules in the format that the broker's process reads. */
	String lines() {
		return this.users.stream()
			.flatMap((user) -> Stream.concat(Stream.of("user " + user.name() + " " + user.password()),
					user.rules()
						.stream()
						.map((rule) -> String.join(" ", "allow", user.name(), rule.operation(), rule.type(),
								rule.prefixed() ? "PREFIXED" : "LITERAL", rule.resource()))))
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
