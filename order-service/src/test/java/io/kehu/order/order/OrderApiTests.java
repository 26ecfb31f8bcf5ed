package io.kehu.order.order;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.OpenApiContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OrderApiTests extends OrderFixture {

	@Test
	void takesAnOrderAndAddsItUp() {
		HttpAnswer created = this.http.post(PATH, """
				{"customerId": "%s", "orderDate": "2026-03-14", "clientOrderNumber": "%s", "lines": [
				 {"productId": "%s", "quantity": 3, "discount": 0.15, "tax": 0.19},
				 {"sku": "%s", "quantity": 0.5, "unitPrice": {"amount": "1.0150", "currency": "EUR"},
				  "description": "Loose"}]}""".formatted(this.customer, UUID.randomUUID(), this.product, this.sku))
			.expect(201);
		JsonNode order = created.json();
		assertThat(order.get("status").asString()).isEqualTo("placed");
		assertThat(order.get("number").asString()).matches("O-2026-\\d{6}");
		assertThat(order.at("/lines/0/lineNo").asInt()).isEqualTo(1);
		assertThat(order.at("/lines/0/description").asString()).isEqualTo("Green tea");
		assertThat(order.at("/lines/0/unitPrice/amount").asString()).isEqualTo("9.90");
		assertThat(order.at("/lines/0/total/amount").asString()).as("25.245 rounded to even").isEqualTo("25.24");
		assertThat(order.at("/lines/1/sku").asString()).isEqualTo(this.sku);
		assertThat(order.at("/lines/1/unitPrice/amount").asString()).isEqualTo("1.015");
		assertThat(order.at("/lines/1/total/amount").asString()).as("0.5075 rounded up").isEqualTo("0.51");
		assertThat(order.at("/subtotal/amount").asString()).isEqualTo("25.75");
		assertThat(order.at("/taxTotal/amount").asString()).as("4.7956 rounded up").isEqualTo("4.80");
		assertThat(order.at("/total/amount").asString()).isEqualTo("30.55");
		HttpAnswer read = this.http.get(created.header("Location")).expect(200);
		assertThat(read.json()).isEqualTo(order);
		assertThat(read.etag()).isEqualTo(created.etag());
		assertThat(this.events.await("kehu.orders", order.get("id").asString(), "io.kehu.order.placed.v1").json())
			.isEqualTo(order);
	}

	@Test
	void namesTheLinesThatAreWrong() {
		JsonNode errors = this.http
			.post(PATH,
					"""
							{"customerId": "%s", "lines": [{"productId": "%s", "quantity": 1},
							 {"productId": "%s", "quantity": 1}, {"sku": "none such", "quantity": 1}, {"quantity": 1},
							 {"sku": "%s", "quantity": 1, "unitPrice": {"amount": "1", "currency": "USD"}}]}"""
						.formatted(this.customer, this.product, UUID.randomUUID(), this.sku))
			.expect(400)
			.json()
			.get("errors");
		assertThat(texts(errors, "pointer")).containsExactly("/lines/1/productId", "/lines/2/sku", "/lines/3/productId",
				"/lines/4/unitPrice");
		assertThat(texts(errors, "code")).containsExactly("unknown_reference", "unknown_reference", "required",
				"currency_mismatch");
	}

	@Test
	void refusesProductsThatAreSoldNoMore() {
		HttpAnswer draft = order("\"status\": \"draft\"");
		HttpAnswer placed = order("\"orderDate\": \"2026-05-05\"");
		HttpAnswer product = this.http.get("/api/v1/products/" + this.product);
		HttpAnswer inactive = this.http.patch("/api/v1/products/" + this.product, product.etag(), "{\"active\": false}")
			.expect(200);
		JsonNode errors = this.http
			.post(PATH,
					"{\"customerId\": \"%s\", \"lines\": [{\"productId\": \"%s\", \"quantity\": 1}]}"
						.formatted(this.customer, this.product))
			.expect(400)
			.json()
			.get("errors");
		assertThat(texts(errors, "pointer")).containsExactly("/lines/0/productId");
		assertThat(texts(errors, "code")).containsExactly("inactive_product");
		assertThat(step(draft.header("Location"), draft.etag(), "place").expect(400)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("inactive_product");
		this.http
			.patch(placed.header("Location"), placed.etag(),
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2}]}".formatted(this.sku))
			.expect(200);
		this.http.with("If-Match", inactive.etag()).delete("/api/v1/products/" + this.product).expect(204);
		JsonNode refused = this.http.post(PATH, body("\"orderDate\": \"2026-05-05\"")).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/lines/0/sku");
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			"lines": []                                                       | /lines
			"lines": [{"sku": "$", "quantity": 0}]                            | /lines/0/quantity
			"lines": [{"sku": "$", "quantity": 1e999}]                        | /lines/0/quantity
			"lines": [{"sku": "$", "quantity": "1"}]                          | /lines/0/quantity
			"lines": [{"sku": "$", "quantity": 1, "discount": 1.5}]           | /lines/0/discount
			"orderDate": "2026-02-30", "lines": []                            | /orderDate
			"orderDate": "0202-01-01", "lines": [{"sku": "$", "quantity": 1}] | /orderDate
			"orderDate": "2206-01-01", "lines": [{"sku": "$", "quantity": 1}] | /orderDate
			"status": "completed", "lines": [{"sku": "$", "quantity": 1}]     | /status
			"number": "O-1", "lines": []                                      | /number
			""")
	void refusesWhatIsNoOrder(String fields, String pointer) {
		HttpAnswer refused = this.http
			.post(PATH, "{\"customerId\": \"%s\", %s}".formatted(this.customer, fields.replace("$", this.sku)))
			.expect(400);
		assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void goesThroughItsLifeOneStepAtATime() {
		HttpAnswer draft = order("\"status\": \"draft\", \"orderDate\": \"2026-05-05\"");
		String path = draft.header("Location");
		JsonNode illegal = step(path, draft.etag(), "confirm").expect(409).json();
		assertThat(illegal.get("type").asString()).endsWith("illegal-transition");
		assertThat(illegal.get("detail").asString()).contains("draft").contains("confirmed");
		this.http.post(path + "/place", "").expect(428);
		HttpAnswer placed = step(path, draft.etag(), "place").expect(200);
		step(path, draft.etag(), "confirm").expect(412);
		HttpAnswer confirmed = step(path, placed.etag(), "confirm").expect(200);
		HttpAnswer completed = step(path, confirmed.etag(), "complete").expect(200);
		assertThat(completed.json().get("status").asString()).isEqualTo("completed");
		step(path, completed.etag(), "cancel").expect(409);
		this.http.with("If-Match", "*").delete(path).expect(409);
		this.events.awaitExactly("kehu.orders", draft.json().get("id").asString(), "io.kehu.order.drafted.v1",
				"io.kehu.order.placed.v1", "io.kehu.order.confirmed.v1", "io.kehu.order.completed.v1");
		JsonNode history = this.http.get(path + "/history").expect(200).json().get("items");
		assertThat(texts(history, "action")).containsExactly("drafted", "placed", "confirmed", "completed");
		assertThat(history.at("/1/changes/0/field").asString()).isEqualTo("status");
		assertThat(history.at("/1/actor").asString()).isEqualTo("tester");
	}

	@Test
	void isDeletedAndRestored() {
		HttpAnswer placed = order("\"orderDate\": \"2026-05-05\"");
		String path = placed.header("Location");
		HttpAnswer cancelled = step(path, placed.etag(), "cancel").expect(200);
		this.http.with("If-Match", cancelled.etag()).delete(path).expect(204);
		this.http.get(path).expect(404);
		HttpAnswer restored = this.http.post(path + "/restore", "").expect(200);
		assertThat(restored.json().get("status").asString()).isEqualTo("cancelled");
		this.http.get(path).expect(200);
		this.http.post(PATH + "/" + UUID.randomUUID() + "/restore", "").expect(404);
		this.events.awaitExactly("kehu.orders", placed.json().get("id").asString(), "io.kehu.order.placed.v1",
				"io.kehu.order.cancelled.v1", "io.kehu.order.deleted.v1", "io.kehu.order.restored.v1");
	}

	@Test
	void changesWhatAMergePatchNamesAndItsTotals() {
		HttpAnswer placed = order("\"orderDate\": \"2026-05-05\"");
		String path = placed.header("Location");
		HttpAnswer changed = this.http
			.patch(path, placed.etag(),
					"""
							{"ownerId": "%s", "lines": [{"sku": "%s", "quantity": 2}, {"sku": "%s", "quantity": 5}]}"""
						.formatted(UUID.randomUUID(), this.sku, this.sku))
			.expect(200);
		assertThat(changed.json().at("/total/amount").asString()).isEqualTo("69.30");
		this.http.patch(path, placed.etag(), "{}").expect(412);
		assertThat(this.http.patch(path, changed.etag(), "{}").expect(200).etag()).isEqualTo(changed.etag());
		this.http.patch(path, changed.etag(), "{\"status\": \"confirmed\"}").expect(400);
		this.http.patch(path, changed.etag(), "{\"shoe\": 1}").expect(400);
		HttpAnswer fewer = this.http
			.patch(path, changed.etag(), "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 5}]}".formatted(this.sku))
			.expect(200);
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(fewer.json());
		assertThat(fewer.json().get("lines").size()).isOne();
		HttpAnswer confirmed = step(path, fewer.etag(), "confirm").expect(200);
		this.http.patch(path, confirmed.etag(), "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}".formatted(this.sku))
			.expect(409);
		this.http.patch(path, confirmed.etag(), "{\"ownerId\": null}").expect(200);
	}

	@Test
	void movesADraftToAnotherMonthAndNothingElse() {
		HttpAnswer draft = order("\"status\": \"draft\", \"orderDate\": \"2026-05-05\"");
		String path = draft.header("Location");
		HttpAnswer moved = this.http.patch(path, draft.etag(), "{\"orderDate\": \"2019-01-31\"}").expect(200);
		assertThat(moved.json().get("orderDate").asString()).isEqualTo("2019-01-31");
		assertThat(moved.json().get("lines")).isEqualTo(draft.json().get("lines"));
		assertThat(moved.etag()).isNotEqualTo(draft.etag());
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(moved.json());
		HttpAnswer placed = step(path, moved.etag(), "place").expect(200);
		this.http.patch(path, placed.etag(), "{\"orderDate\": \"2020-01-31\"}").expect(409);
	}

	@Test
	void keepsClientOrderNumbersUniqueAcrossMonths() {
		String number = "\"clientOrderNumber\": \"C-%s\"".formatted(UUID.randomUUID());
		order("\"orderDate\": \"2026-05-05\", " + number);
		JsonNode refused = this.http.post(PATH, body("\"orderDate\": \"2025-01-05\", " + number)).expect(409).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/clientOrderNumber");
		HttpAnswer other = order("\"orderDate\": \"2025-01-05\"");
		this.http.patch(other.header("Location"), other.etag(), "{%s}".formatted(number)).expect(409);
	}

	@Test
	void answersARepeatedCreateWithTheFirstAnswer() {
		HttpProbe once = this.http.with("Idempotency-Key", UUID.randomUUID().toString());
		String body = body("\"orderDate\": \"2008-05-05\"");
		HttpAnswer first = once.post(PATH, body).expect(201);
		assertThat(once.post(PATH, body).expect(201).body()).isEqualTo(first.body());
		assertThat(dates("?customerId=" + this.customer)).containsExactly("2008-05-05");
	}

	@Test
	void listsByWhatOrdersAreAskedFor() {
		for (int month = 1; month <= 7; month++) {
			order("\"orderDate\": \"2024-%02d-15\", \"clientOrderNumber\": \"%s/%d\"".formatted(month, this.customer,
					month));
		}
		String query = "?customerId=" + this.customer;
		JsonNode first = this.http.get(PATH + query + "&sort=-orderDate&limit=4&count=true").expect(200).json();
		assertThat(first.get("total").asInt()).isEqualTo(7);
		assertThat(texts(first.get("items"), "orderDate")).first().isEqualTo("2024-07-15");
		assertThat(dates(query + "&sort=-orderDate&limit=4&cursor=" + first.get("nextCursor").asString()))
			.containsExactly("2024-03-15", "2024-02-15", "2024-01-15");
		assertThat(dates(query + "&orderDate[gte]=2024-03-01&orderDate[lt]=2024-04-01&status=placed"))
			.containsExactly("2024-03-15");
		assertThat(dates("?clientOrderNumber=" + this.customer + "/5")).containsExactly("2024-05-15");
		assertThat(dates("?number=" + first.at("/items/0/number").asString())).containsExactly("2024-07-15");
		assertThat(dates(query + "&status=cancelled")).isEmpty();
		this.http.get(PATH + "?customer=1").expect(400);
		assertThat(this.http.get(PATH + "/export?format=ndjson&customerId=" + this.customer).expect(200).lines())
			.hasSize(7);
		HttpAnswer csv = this.http.get(PATH + "/export?format=csv&customerId=" + this.customer).expect(200);
		assertThat(csv.body().lines().toList()).hasSize(8);
	}

	@Test
	void asksForPermissions() {
		this.anyone.get(PATH).expect(401);
		this.anyone.as("order:read").post(PATH, body("\"status\": \"draft\"")).expect(403);
		this.anyone.as("order:write").get(PATH).expect(403);
	}

	@Test
	void doesWhatItsDescriptionSays() {
		OpenApiContract.check("order-service", this.anyone);
	}

	private List<String> dates(String query) {
		return texts(this.http.get(PATH + query).expect(200).json().get("items"), "orderDate");
	}

}
