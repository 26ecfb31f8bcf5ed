package io.kehu.order.order;

import java.time.Duration;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@KehuIntegrationTest(dedicated = { Server.POSTGRES, Server.KAFKA, Server.REDIS })
class OrderFaultTests extends OrderFixture {

	private static final String FIELDS = "\"orderDate\": \"2026-05-05\"";

	@Autowired
	private Infrastructure infrastructure;

	@Test
	void writesWithoutTheBrokerAndPublishesWhenItIsBack() {
		order(FIELDS);
		this.infrastructure.faults(Server.KAFKA).stop();
		HttpAnswer placed = order(FIELDS);
		step(placed.header("Location"), placed.etag(), "confirm").expect(200);
		this.infrastructure.faults(Server.KAFKA).start();
		this.events.within(Duration.ofSeconds(60))
			.awaitExactly("kehu.orders", placed.json().get("id").asString(), "io.kehu.order.placed.v1",
					"io.kehu.order.confirmed.v1");
	}

	@Test
	void isNeverWrongWithoutTheCache() {
		String path = "/api/v1/products/" + this.product;
		HttpAnswer cached = this.http.get(path).expect(200);
		this.infrastructure.faults(Server.REDIS).stop();
		HttpAnswer changed = this.http
			.patch(path, cached.etag(), "{\"price\": {\"amount\": \"7\", \"currency\": \"EUR\"}}")
			.expect(200);
		assertThat(this.http.get(path).expect(200).etag()).isEqualTo(changed.etag());
		assertThat(order(FIELDS).json().at("/total/amount").asString()).isEqualTo("7.00");
		this.infrastructure.faults(Server.REDIS).start();
		assertThat(this.http.get(path).expect(200).json().at("/price/amount").asString()).isEqualTo("7.00");
	}

	@Test
	void saysWhenToComeBackWhileTheDatabaseIsAway() {
		HttpAnswer placed = order(FIELDS);
		this.infrastructure.faults(Server.POSTGRES).stop();
		HttpAnswer refused = this.http.post(PATH, body(FIELDS)).expect(503);
		assertThat(refused.header("Retry-After")).isNotBlank();
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		this.http.get(placed.header("Location")).expect(503);
		step(placed.header("Location"), placed.etag(), "confirm").expect(503);
		this.infrastructure.faults(Server.POSTGRES).start();
		await().atMost(Duration.ofSeconds(30))
			.until(() -> step(placed.header("Location"), placed.etag(), "confirm").status() == 200);
		assertThat(this.http.get(PATH + "?customerId=" + this.customer).expect(200).json().get("items"))
			.as("what was refused was not stored")
			.hasSize(1);
	}

	@Test
	void takesOrdersOfKnownCustomersOnlyWhileCustomerServiceIsAway() {
		order(FIELDS);
		String unknown = body(CUSTOMERS.customer("erp", this.sku), FIELDS);
		CUSTOMERS.stop();
		try {
			order(FIELDS);
			HttpAnswer refused = this.http.post(PATH, unknown).expect(503);
			assertThat(refused.header("Retry-After")).isNotBlank();
			assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
			assertThat(refused.json().get("detail").asString()).contains("customer-service");
		}
		finally {
			CUSTOMERS.restart();
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> this.http.post(PATH, unknown).status() == 201);
	}

}
