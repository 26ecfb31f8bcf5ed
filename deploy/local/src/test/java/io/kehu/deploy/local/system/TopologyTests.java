package io.kehu.deploy.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.kehu.platform.embedded.KafkaUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TopologyTests {

	private static final Path ROOT = Path.of("../..");

	@TempDir
	private Path folder;

	@Test
	void eachTopicHasOneWriter() {
		Map<String, String> writers = new HashMap<>();
		for (KafkaUser user : Topology.kafkaAccess(new Secrets(new StateFolder(this.folder)), ROOT).users()) {
			user.rules()
				.stream()
				.filter((rule) -> rule.type().equals("TOPIC") && rule.operation().equals("WRITE"))
				.forEach((rule) -> assertThat(writers.put(rule.resource(), user.name())).as(rule.toString()).isNull());
		}
		assertThat(writers).containsEntry("kehu.customers", "customer-service")
			.containsEntry("kehu.orders", "order-service")
			.containsEntry("kehu.users", "auth-service")
			.containsEntry("kehu.orders.customer-service.", "customer-service")
			.doesNotContainValue(Secrets.OPERATOR);
	}

	@Test
	void servicesAreAllowedWhatTheyDescribe() {
		assertThat(PublishedTopics.of("order-service", ROOT)).contains("kehu.orders", "kehu.products");
		assertThat(PublishedTopics.of("migration-service", ROOT)).contains("kehu.migrations");
		assertThat(PublishedTopics.of("gateway", ROOT)).isEmpty();
	}

	@Test
	void servicesReadTheTopicsThatTheirConsumersName() throws IOException {
		Pattern topics = Pattern.compile("Set\\.of\\(\"(kehu\\.[a-z]+)\"\\)");
		for (Application application : Topology.APPLICATIONS) {
			Path sources = ROOT.resolve(application.name()).resolve("src/main/java");
			try (Stream<Path> files = Files.isDirectory(sources) ? Files.walk(sources) : Stream.empty()) {
				for (Path consumer : files.filter((file) -> file.toString().endsWith("Consumer.java")).toList()) {
					topics.matcher(Files.readString(consumer))
						.results()
						.forEach(
								(topic) -> assertThat(application.reads()).as("%s", consumer).contains(topic.group(1)));
				}
			}
		}
	}

	@Test
	void theCacheCannotEvictLogins() {
		assertThat(Topology.application("auth-service").redis()).isEqualTo(Topology.LOGINS);
		assertThat(Topology.APPLICATIONS).filteredOn((application) -> Topology.LOGINS.equals(application.redis()))
			.extracting(Application::name)
			.containsExactly("auth-service", "gateway");
	}

}
