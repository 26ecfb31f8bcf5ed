package io.kehu.order.payment;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notifications of a payment provider, which has no token.
 */
class NotificationTests extends OrderServiceTest {

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private Clock clock;

	private HttpProbe http;

	private String order;

	private final String reference = UUID.randomUUID().toString();

	@BeforeEach
	void place() {
		this.http = this.anyone.as("order:read", "order:write", "product:read", "product:write", "customer:read",
				"payment:read", "payment:write");
		String sku = UUID.randomUUID().toString();
		this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"Tea\", \"price\": {\"amount\": \"9.9\", \"currency\": \"EUR\"}}"
						.formatted(sku))
			.expect(201);
		this.order = this.http.post("/api/v1/orders",
				"{\"customerId\": \"%s\", \"orderDate\": \"2026-05-05\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}"
					.formatted(CUSTOMERS.customer("erp", sku), sku))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private HttpAnswer send(String id, long secondsAgo, String body) {
		String timestamp = Long.toString(this.clock.instant().getEpochSecond() - secondsAgo);
		byte[] secret = java.util.Base64.getDecoder().decode(PROVIDER_SECRET);
		return this.anyone.with("webhook-id", id)
			.with("webhook-timestamp", timestamp)
			.with("webhook-signature",
					NotificationSignature.sign(secret, id, timestamp,
							body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
			.post("/api/v1/payment-notifications/fake", body);
	}

	private String body(String type, String amount) {
		return body(type, amount, type.equals("refunded") ? "\"refundReference\": \"r1\"," : "");
	}

	private String body(String type, String amount, String further) {
		return """
				{"type": "%s", "data": {"reference": "%s", "orderId": "%s", "date": "2026-05-06", %s
				"amount": {"amount": "%s", "currency": "EUR"}}}""".formatted(type, this.reference, this.order, further,
				amount);
	}

	private String state() {
		JsonNode now = this.http.get("/api/v1/orders/" + this.order).expect(200).json();
		return "%s %s-%s".formatted(now.get("paymentStatus").asString(), now.at("/paid/amount").asString(),
				now.at("/refunded/amount").asString());
	}

	@Test
	void haveTheirEffectOnce() {
		String id = UUID.randomUUID().toString();
		List<Integer> answers = IntStream.range(0, 6)
			.parallel()
			.mapToObj((i) -> send(id, 0, body("paid", "9.90")).status())
			.toList();
		assertThat(answers).containsOnly(204);
		assertThat(state()).isEqualTo("paid 9.90-0.00");
		send(id + "-refund", 0, body("refunded", "2")).expect(204);
		send(id + "-refund", 0, body("refunded", "2")).expect(204);
		assertThat(state()).isEqualTo("partially_refunded 9.90-2.00");
		JsonNode payment = this.http.get("/api/v1/payments?reference=fake:" + this.reference)
			.json()
			.get("items")
			.get(0);
		JsonNode history = this.http.get("/api/v1/payments/%s/history".formatted(payment.get("id").asString())).json();
		assertThat(history.at("/items/0/actor").asString()).isEqualTo("fake");
	}

	@Test
	void haveTheirEffectOnceEvenWithOtherIds() {
		assertThat(answersOf(body("paid", "9.90"))).containsOnly(204);
		assertThat(state()).isEqualTo("paid 9.90-0.00");
		assertThat(answersOf(body("refunded", "2"))).containsOnly(204);
		assertThat(state()).isEqualTo("partially_refunded 9.90-2.00");
		JsonNode refused = send(this.reference, 0, body("refunded", "2", "")).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/data/refundReference");
	}

	private List<Integer> answersOf(String body) {
		return IntStream.range(0, 4)
			.parallel()
			.mapToObj((i) -> send(UUID.randomUUID().toString(), 0, body).status())
			.toList();
	}

	@Test
	void areRefusedUnlessTheProviderHasSignedThemNow() {
		String body = body("paid", "9.90");
		this.anyone.post("/api/v1/payment-notifications/fake", body).expect(401);
		this.anyone.with("webhook-id", "1")
			.with("webhook-timestamp", Long.toString(this.clock.instant().getEpochSecond()))
			.with("webhook-signature", "v1,AAAA")
			.post("/api/v1/payment-notifications/fake", body)
			.expect(401);
		send("1", 400, body).expect(401);
		this.anyone.post("/api/v1/payment-notifications/other", body).expect(404);
		assertThat(send(this.reference, 0, body("paid", "x")).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/data/amount/amount");
		send(this.reference, 0, body("refunded", "1")).expect(409);
		assertThat(state()).isEqualTo("unpaid 0.00-0.00");
		send(this.reference, 0, body("paid", "1")).expect(204);
		assertThat(state()).as("a notification that was refused has claimed nothing")
			.isEqualTo("partially_paid 1.00-0.00");
	}

	@Test
	void storeMoneyThatNoOrderCanBePaidWith() {
		this.order = UUID.randomUUID().toString();
		send(this.reference, 0, body("paid", "7")).expect(204);
		JsonNode payment = this.http.get("/api/v1/payments?reference=fake:" + this.reference)
			.json()
			.get("items")
			.get(0);
		assertThat(payment.at("/unallocated/amount").asString()).isEqualTo("7.00");
	}

}
