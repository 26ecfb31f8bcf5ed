package io.kehu.order.product;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ProductApiTests extends OrderServiceTest {

	private static final String PATH = "/api/v1/products";

	@Autowired
	private EventProbe events;

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	private String sku;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("product:read", "product:write");
		this.sku = "P-" + UUID.randomUUID();
	}

	@Test
	void livesItsWholeLife() {
		HttpAnswer added = this.http.post(PATH, body(this.sku, "Kettle", "19.5")).expect(201);
		String path = added.header("Location");
		assertThat(added.json().at("/price/amount").asString()).isEqualTo("19.50");
		assertThat(added.json().get("active").asBoolean()).isTrue();
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(added.json());
		this.http.exchange("PATCH", path, BodyPublishers.ofString("{}")).expect(415);
		HttpAnswer changed = this.http.patch(path, added.etag(), "{\"active\": false, \"price\": {\"amount\": \"20\"}}")
			.expect(200);
		assertThat(changed.json().at("/price/amount").asString()).isEqualTo("20.00");
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(changed.json());
		this.http.patch(path, added.etag(), "{}").expect(412);
		this.http.with("If-Match", changed.etag()).delete(path).expect(204);
		this.http.get(path).expect(404);
		this.http.post(path + "/restore", "").expect(200);
		this.http.get(path).expect(200);
		this.events.awaitExactly("kehu.products", added.json().get("id").asString(), "io.kehu.product.added.v1",
				"io.kehu.product.changed.v1", "io.kehu.product.deleted.v1", "io.kehu.product.restored.v1");
		assertThat(texts(this.http.get(path + "/history").expect(200).json().get("items"), "action"))
			.containsExactly("added", "changed", "deleted", "restored");
	}

	@Test
	void hasASkuOfItsOwn() {
		this.http.post(PATH, body(this.sku, "Kettle", "1")).expect(201);
		JsonNode refused = this.http.post(PATH, body(this.sku, "Other kettle", "1")).expect(409).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/sku");
		for (String bad : List.of(body("", "x", "1"), body(" x", "x", "1"), body("x", "", "1"), body("x", "x", "1e3"),
				body("x", "x", "1").replace("EUR", "EURO"))) {
			this.http.post(PATH, bad).expect(400);
		}
	}

	@ParameterizedTest
	@CsvSource({ "-5.00, EUR, /price/amount, out_of_range", "1, eur, /price/currency, invalid_value",
			"1, DEM, /price/currency, invalid_value", "9.905, EUR, /price/amount, out_of_range",
			"12.50, JPY, /price/amount, out_of_range", "many, EUR, /price/amount, invalid_value" })
	void hasAPriceThatAnOrderCanHave(String amount, String currency, String pointer, String code) {
		JsonNode refused = this.http.post(PATH, body(this.sku, "Kettle", amount).replace("EUR", currency))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo(code);
	}

	@Test
	void isUpsertedBySkuAndByTheIdOfAnotherSystem() {
		String bySku = PATH + "/by-external-id/sku/" + this.sku;
		HttpAnswer added = this.http.put(bySku, body(this.sku, "Kettle", "1")).expect(201);
		assertThat(this.http.put(bySku, body(this.sku, "Kettle", "1.00")).expect(200).etag()).isEqualTo(added.etag());
		this.http.put(bySku, body("other", "Kettle", "1")).expect(400);
		String byErp = PATH + "/by-external-id/erp/" + this.sku;
		JsonNode taken = this.http.put(byErp, body(this.sku, "Kettle", "1")).expect(409).json();
		assertThat(taken.at("/errors/0/recordId")).isEqualTo(added.json().get("id"));
		HttpAnswer known = this.http
			.patch(bySku, "*", "{\"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}".formatted(this.sku))
			.expect(200);
		assertThat(known.json().at("/externalIds/0/system").asString()).isEqualTo("erp");
		HttpAnswer renamed = this.http.put(byErp, body(this.sku + "-2", "Kettle", "1")).expect(200);
		assertThat(renamed.json().get("id")).isEqualTo(added.json().get("id"));
		assertThat(texts(list("?externalId=erp:" + this.sku), "sku")).containsExactly(this.sku + "-2");
	}

	@Test
	void isLoadedInBulkBySku() {
		List<JsonNode> results = this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk",
					BodyPublishers.ofString(String.join("\n", body(this.sku, "A", "1"), body(this.sku, "A", "1"),
							"nonsense", body(this.sku, "B", "2"))))
			.expect(200)
			.lines();
		assertThat(texts(results, "status")).containsExactly("created", "unchanged", "rejected", "updated");
		assertThat(texts(list("?sku=" + this.sku), "name")).containsExactly("B");
	}

	@Test
	void isListedAndExported() {
		String word = UUID.randomUUID().toString();
		for (int price = 1; price <= 5; price++) {
			this.http.post(PATH, body(this.sku + price, word + " " + price, price + "0")).expect(201);
		}
		assertThat(texts(list("?q=" + word + "&sort=-price&limit=2"), "name")).containsExactly(word + " 5",
				word + " 4");
		assertThat(list("?q=" + word + "&price[gt]=20&active=true&currency=EUR").size()).isEqualTo(3);
		assertThat(this.http.get(PATH + "/export?format=csv&q=" + word).expect(200).body().lines().toList()).hasSize(6);
		this.http.get(PATH + "?colour=red").expect(400);
		this.anyone.get(PATH).expect(401);
		this.anyone.as("product:read").post(PATH, body("x", "x", "1")).expect(403);
	}

	private JsonNode list(String query) {
		return this.http.get(PATH + query).expect(200).json().get("items");
	}

	private static String body(String sku, String name, String amount) {
		return "{\"sku\": \"%s\", \"name\": \"%s\", \"price\": {\"amount\": \"%s\", \"currency\": \"EUR\"}}"
			.formatted(sku, name, amount);
	}

	private static List<String> texts(Iterable<JsonNode> nodes, String field) {
		return StreamSupport.stream(nodes.spliterator(), false).map((node) -> node.get(field).asString()).toList();
	}

}
