package io.kehu.order.order;

import java.time.Duration;
import java.util.UUID;

import io.kehu.order.PublishedEvents;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.awaitility.Awaitility.await;

/**
 * Publishes events of customers as customer-service does.
 */
abstract class CustomerEventFixture extends OrderFixture {

	@Autowired
	Infrastructure infrastructure;

	@Autowired
	JdbcTemplate jdbc;

	void awaitReplica(UUID id, String name, boolean deleted) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> !this.jdbc
				.queryForList("select 1 from customer_replica where id = ? and name = ? and deleted = ?", id, name,
						deleted)
				.isEmpty());
	}

	/** Returns the sample of an event in the schemas of customer-service. */
	static ObjectNode customerEvent(String event, UUID id, long version, String name) {
		ObjectNode data = EventContract.sampleOf("customer-service", "io.kehu.customer." + event + ".v1");
		data.put("id", id.toString()).put("version", version).put("name", name);
		data.putArray("externalIds").addObject().put("system", "crm").put("id", id.toString());
		return data;
	}

	void publish(ObjectNode data) {
		PublishedEvents.publish(this.infrastructure, "kehu.customers", "io.kehu.customer.changed.v1", data);
	}

}
