package io.kehu.customer.customer;

import java.time.Duration;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@KehuIntegrationTest(dedicated = { Server.POSTGRES, Server.KAFKA, Server.REDIS })
class CustomerFaultTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private EventProbe events;

	@Autowired
	private Infrastructure infrastructure;

	@Test
	void writesWithoutTheBrokerAndPublishesWhenItIsBack() {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		create(http, "Before").expect(201);
		this.infrastructure.faults(Server.KAFKA).stop();
		HttpAnswer created = create(http, "While the broker is away").expect(201);
		HttpAnswer changed = http.patch(created.header("Location"), created.etag(), "{\"status\": \"active\"}")
			.expect(200);
		assertThat(changed.json().get("status").asString()).isEqualTo("active");
		this.infrastructure.faults(Server.KAFKA).start();
		this.events.within(Duration.ofSeconds(60))
			.awaitExactly("kehu.customers", created.json().get("id").asString(), "io.kehu.customer.registered.v1",
					"io.kehu.customer.changed.v1");
	}

	@Test
	void isNeverWrongWithoutTheCache() {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		HttpAnswer created = create(http, "Cached").expect(201);
		String path = created.header("Location");
		http.get(path).expect(200);
		this.infrastructure.faults(Server.REDIS).stop();
		HttpAnswer changed = http.patch(path, created.etag(), "{\"name\": \"Changed\"}").expect(200);
		assertThat(http.get(path).expect(200).etag()).isEqualTo(changed.etag());
		this.infrastructure.faults(Server.REDIS).start();
		assertThat(http.get(path).expect(200).json().get("name").asString()).isEqualTo("Changed");
	}

	@Test
	void saysWhenToComeBackWhileTheDatabaseIsAway() {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		create(http, "Before").expect(201);
		this.infrastructure.faults(Server.POSTGRES).stop();
		HttpAnswer refused = create(http, "Lost").expect(503);
		assertThat(refused.header("Retry-After")).isNotBlank();
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		http.get(PATH + "?name=Lost").expect(503);
		this.infrastructure.faults(Server.POSTGRES).start();
		await().atMost(Duration.ofSeconds(30)).until(() -> create(http, "After").status() == 201);
		assertThat(http.get(PATH + "?name=Lost").expect(200).json().get("items").isEmpty()).isTrue();
	}

	private static HttpAnswer create(HttpProbe http, String name) {
		return http.post(PATH, "{\"kind\": \"company\", \"name\": \"%s\"}".formatted(name));
	}

}
