package io.kehu.deploy.local.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The migration of a dirty file to live customers, through the gateway.
 */
@WholeSystem
class MigrationScenarioTests {

	private static final String CUSTOMERS = "/api/v1/customers";

	private static final String ORDERS = "/api/v1/orders";

	private static final List<Map<String, Object>> RULES = List.of(
			Map.of("rule", "standardise", "column", "date of birth", "standard",
					Map.of("form", "date", "order", "day_first")),
			Map.of("rule", "standardise", "column", "phone", "standard", Map.of("form", "phone", "region", "DE")),
			Map.of("rule", "compute", "column", "country", "expression", "'DE'"));

	@Test
	void aDirtyFileIsLinkedReviewedAndAppliedAndAMergeUndone(RunningKehu kehu) {
		ShopCustomers shop = new ShopCustomers(UUID.randomUUID().toString().substring(0, 8));
		HttpProbe api = kehu.api();
		Migrating steward = new Migrating(api);
		List<String> live = live(api, shop);
		int twice = ShopCustomers.TWICE.get(0);
		String twin = live.get(ShopCustomers.LIVE);
		List<String> orders = List.of(order(api, shop, live.get(twice)), order(api, shop, twin));

		String file = cleaned(steward, shop);
		JsonNode fetched = steward.done("/live-customers",
				Map.of("name", "live " + shop.run(), "filters", Map.of("tag", shop.tag())));
		Map<String, Object> wanted = Map.of("matchProbability", 0.9999, "reviewProbability", 0.0001, "sources",
				List.of(Map.of("dataSetId", file, "name", "old " + shop.run(), "keyColumn", "no"),
						Map.of("dataSetId", fetched.get("dataSetId").asString(), "name", "live " + shop.run(),
								"keyColumn", "id", "known", false)));
		String linkage = reviewed(steward, wanted, live);

		JsonNode applied = steward.done("/linkages/%s/applications".formatted(linkage),
				Map.of("systems", Map.of("old " + shop.run(), "old-shop"), "confirmed",
						Map.of("changed", live.size(), "merged", ShopCustomers.TWICE.size())));
		assertBalanced(applied.get("result"));
		Map<String, String> merged = merged(steward, applied);
		assertThat(merged).hasSize(ShopCustomers.TWICE.size());
		String ended = merged.containsKey(twin) ? twin : live.get(twice);
		String survivor = merged.get(ended);
		assertThat(List.of(ended, survivor)).containsExactlyInAnyOrder(twin, live.get(twice));
		kehu.events().await("kehu.customers", ended, "io.kehu.customer.merged.v1");
		JsonNode customer = api.get(CUSTOMERS + "/" + survivor).expect(200).json();
		assertThat(customer.at("/phones/0/number").asString()).startsWith("+4930");
		assertThat(customer.get("externalIds").toString()).contains("old-shop", "crm-live", "crm-twin");
		assertThat(api.get(CUSTOMERS + "/" + ended).status()).isIn(200, 307);
		orders.forEach((order) -> awaitCustomer(api, order, survivor));

		undo(api, survivor);
		kehu.events().await("kehu.customers", ended, "io.kehu.customer.unmerged.v1");
		assertThat(api.get(CUSTOMERS + "/" + ended).expect(200).json().get("id").asString()).isEqualTo(ended);
		awaitCustomer(api, orders.get(0), live.get(twice));
		awaitCustomer(api, orders.get(1), twin);
		String moved = orders.get(ended.equals(twin) ? 1 : 0);
		Awaitility.await("the order went and came back")
			.atMost(Duration.ofSeconds(60))
			.pollInSameThread()
			.untilAsserted(
					() -> assertThat(kehu.events().events("kehu.orders", moved.substring(moved.lastIndexOf('/') + 1)))
						.hasSize(3));
	}

	/** Returns the ids of the live customers, duplicates last. */
	private static List<String> live(HttpProbe api, ShopCustomers shop) {
		List<JsonNode> answers = api.with("Content-Type", "application/x-ndjson")
			.post(CUSTOMERS + "/bulk", shop.live())
			.expect(200)
			.lines();
		assertThat(answers).hasSize(ShopCustomers.LIVE + ShopCustomers.TWICE.size())
			.allMatch((line) -> line.get("status").asString().equals("created"));
		return answers.stream().map((line) -> line.get("id").asString()).toList();
	}

	private static String order(HttpProbe api, ShopCustomers shop, String customer) {
		String sku = "shop-%s-%s".formatted(shop.run(), customer);
		api.post("/api/v1/products",
				Map.of("sku", sku, "name", "Vase", "price", Map.of("amount", "12.50", "currency", "EUR")))
			.expect(201);
		return api.post(ORDERS, Map.of("customerId", customer, "lines", List.of(Map.of("sku", sku, "quantity", 2))))
			.expect(201)
			.header("Location");
	}

	/** Uploads and cleans the file, and returns the clean data set. */
	private static String cleaned(Migrating steward, ShopCustomers shop) {
		JsonNode file = steward.bring("old " + shop.run(), shop.file().getBytes(StandardCharsets.UTF_8));
		assertThat(file.get("rows").asInt()).isEqualTo(ShopCustomers.ROWS);
		assertThat(file.at("/reading/rejected").asInt()).isEqualTo(1);
		assertThat(file.at("/reading/problems").toString()).isEqualTo("{\"too_many_fields\":1}");
		String definition = steward.post("/definitions", Map.of("name", "Shop " + shop.run(), "rules", RULES), 201)
			.get("id")
			.asString();
		JsonNode run = steward.done("/runs",
				Map.of("dataSetId", file.get("id").asString(), "definitionId", definition));
		assertThat(run.at("/result/read").asInt()).isEqualTo(ShopCustomers.ROWS);
		assertThat(run.at("/result/kept").asInt()).isEqualTo(ShopCustomers.ROWS);
		return run.at("/result/dataSetId").asString();
	}

	/**
	 * Links, decides all doubtful pairs correctly, links again, and approves the result.
	 */
	private static String reviewed(Migrating steward, Map<String, Object> wanted, List<String> live) {
		JsonNode first = steward.done("/linkages", wanted);
		String path = "/linkages/%s/review".formatted(first.get("id").asString());
		List<JsonNode> doubtful = steward.all(path);
		assertThat(doubtful).isNotEmpty();
		for (JsonNode pair : doubtful) {
			steward.put("%s/%s/decision".formatted(path, pair.get("number").asString()),
					Map.of("same", isSame(pair, live), "confirmed", true));
		}
		JsonNode linkage = steward.done("/linkages", wanted);
		JsonNode result = linkage.get("result");
		int records = ShopCustomers.ROWS + live.size();
		assertThat(result.get("read").asInt()).isEqualTo(records);
		assertThat(result.get("kept").asInt() + result.get("merged").asInt()).isEqualTo(records);
		String id = linkage.get("id").asString();
		Map<String, String> clusters = new HashMap<>();
		steward.all("/linkages/%s/clusters".formatted(id))
			.forEach((row) -> clusters.put(row.at("/values/2").asString(), row.at("/values/0").asString()));
		for (JsonNode pair : doubtful) {
			String left = clusters.getOrDefault(key(pair, "left"), "left alone");
			assertThat(left.equals(clusters.get(key(pair, "right")))).as(pair.toString()).isEqualTo(isSame(pair, live));
		}
		steward.post("/linkages/%s/applications".formatted(id), Map.of(), 409);
		steward.post("/data-sets/%s/approve".formatted(result.get("dataSetId").asString()), "", 200);
		return id;
	}

	private static String key(JsonNode pair, String side) {
		return pair.at("/%s/key".formatted(side)).asString();
	}

	private static boolean isSame(JsonNode pair, List<String> live) {
		return person(key(pair, "left"), live) == person(key(pair, "right"), live);
	}

	private static int person(String key, List<String> live) {
		if (key.startsWith("s")) {
			return Math.min(Integer.parseInt(key.substring(1)), ShopCustomers.LAST - 1);
		}
		int place = live.indexOf(key);
		return (place < ShopCustomers.LIVE) ? place : ShopCustomers.TWICE.get(place - ShopCustomers.LIVE);
	}

	/** Each row of the file and each merged live customer has one outcome. */
	private static void assertBalanced(JsonNode result) {
		int read = ShopCustomers.ROWS + ShopCustomers.TWICE.size();
		assertThat(result.get("read").asInt()).isEqualTo(read);
		assertThat(result.get("rejected").asInt()).as(result.toString()).isZero();
		assertThat(result.get("merged").asInt()).isEqualTo(ShopCustomers.TWICE.size());
		assertThat(result.get("created").asInt()).isEqualTo(ShopCustomers.LAST - ShopCustomers.LIVE + 1);
		assertThat(result.get("created").asInt() + result.get("updated").asInt() + result.get("unchanged").asInt()
				+ result.get("merged").asInt())
			.isEqualTo(read);
	}

	/** Returns the survivors by merged customer. */
	private static Map<String, String> merged(Migrating steward, JsonNode applied) {
		Map<String, String> merged = new HashMap<>();
		steward.all("/applications/%s/outcomes".formatted(applied.get("id").asString()))
			.stream()
			.filter((row) -> row.at("/values/2").asString().equals("merged"))
			.forEach((row) -> merged.put(row.at("/values/1").asString(), row.at("/values/3").asString()));
		return merged;
	}

	private static void awaitCustomer(HttpProbe api, String order, String customer) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(api.get(order).expect(200).json().get("customerId").asString())
				.isEqualTo(customer));
	}

	private static void undo(HttpProbe api, String survivor) {
		String merges = "%s/%s/merges".formatted(CUSTOMERS, survivor);
		JsonNode merge = api.get(merges).expect(200).json().at("/items/0");
		HttpAnswer undone = api.with("If-Match", "*")
			.post("%s/%s/undo".formatted(merges, merge.get("id").asString()), "")
			.expect(200);
		assertThat(undone.json().has("undoneAt")).isTrue();
	}

}
