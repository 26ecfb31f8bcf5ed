package io.kehu.order;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class EventTopicTests extends OrderServiceTest {

	private static final Set<String> OTHERS = Set.of("kehu.customers", "kehu.leads");

	@Autowired
	private Outbox outbox;

	@Autowired
	private HttpProbe http;

	@Autowired
	private Infrastructure infrastructure;

	@Test
	void theirDescriptionIsPublishedInOnePiece() {
		JsonNode document = this.http.as("order:read").get("/v3/api-docs/events").expect(200).json();
		assertThat(document.at("/channels/orders/address").asString()).isEqualTo("kehu.orders");
		assertThat(document.at("/components/messages/orderPlaced/payload/$ref").asString())
			.isEqualTo("#/components/schemas/order.v1");
		assertThat(document.at("/components/schemas/order.v1/properties").isEmpty()).isFalse();
		assertThat(document.toString()).doesNotContain(".schema.json\"}");
	}

	@Test
	void eraseWithinADayAndKeepTombstonesForAWeek() {
		ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "kehu.orders");
		try (Admin client = Admin.create(Map.of("bootstrap.servers", this.infrastructure.kafka()))) {
			Config settings = Awaitility.await()
				.ignoreExceptions()
				.until(() -> client.describeConfigs(List.of(topic)).all().get().get(topic), Objects::nonNull);
			assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
			assertThat(settings.get("delete.retention.ms").value()).isEqualTo("604800000");
			assertThat(settings.get("min.compaction.lag.ms").value()).isEqualTo("3600000");
			assertThat(settings.get("max.compaction.lag.ms").value()).isEqualTo("86400000");
		}
	}

	@Test
	void areDescribedAsDeclared() {
		assertThat(this.outbox.topics()).filteredOn((topic) -> !OTHERS.contains(topic))
			.containsExactlyInAnyOrderElementsOf(EventContract.describedTopics());
	}

}
