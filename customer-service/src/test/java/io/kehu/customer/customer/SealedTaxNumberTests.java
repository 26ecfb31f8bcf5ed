package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.probe.ValueSearch;
import io.kehu.platform.test.token.TestToken;
import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tax numbers, wherever they are stored.
 */
@CustomerServiceTest
@ExtendWith(OutputCaptureExtension.class)
class SealedTaxNumberTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private EventProbe events;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Infrastructure infrastructure;

	private HttpProbe http;

	private String tax;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "customer:pii");
		this.tax = "TX" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
	}

	private HttpAnswer register(String number) {
		return this.http.with("Idempotency-Key", key(number))
			.post(PATH, "{\"kind\": \"company\", \"name\": \"N\", \"taxNumber\": \"%s\"}".formatted(number))
			.expect(201);
	}

	private static String key(String number) {
		return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private static String id(HttpAnswer customer) {
		return customer.json().get("id").asString();
	}

	private HttpAnswer merge(HttpAnswer survivor, HttpAnswer other) {
		return this.http.with("If-Match", "*")
			.post(survivor.header("Location") + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(id(other)))
			.expect(201);
	}

	@Test
	void areNowhereInClear(CapturedOutput output) {
		HttpAnswer one = register(this.tax + "A");
		HttpAnswer other = register(this.tax + "B");
		String path = one.header("Location");
		this.http.patch(path, "*", "{\"taxNumber\": \"%sC\"}".formatted(this.tax)).expect(200);
		bulk("{\"kind\": \"company\", \"name\": \"B\", \"taxNumber\": \"%sD\"}".formatted(this.tax));
		bulk("{\"kind\": \"company\", \"name\": \"B\", \"taxNumber\": \"%s;;\"}".formatted(this.tax));
		this.http.get(path).expect(200);
		assertThat(cached(one)).contains("sealed:1:").doesNotContain(this.tax);
		merge(one, other);
		this.http.get(path).expect(200);
		this.http.with("If-Match", "*").delete(path).expect(204);
		this.http.get(PATH + "?taxNumber=" + this.tax).expect(200);
		this.http.get(PATH + "?taxNumber[like]=" + this.tax).expect(400);
		this.http.patch(path, "*", "{\"taxNumber\": \"%s;;\"}".formatted(this.tax)).expect(404);
		assertThat(ValueSearch.tablesWith(this.database, this.tax)).isEmpty();
		assertThat(ValueSearch.tablesWith(this.database, id(one))).as("the search finds what is there")
			.contains("public.customer", "public.history", "public.customer_merge_step");
		this.events.await("kehu.customers", id(one), "io.kehu.customer.deleted.v1");
		this.events.await("kehu.customers", id(other), "io.kehu.customer.merged.v1");
		assertThat(this.events.events("kehu.customers")).extracting(ReceivedEvent::json)
			.filteredOn((json) -> json != null)
			.noneMatch((json) -> json.has("taxNumber") || json.toString().contains(this.tax));
		assertThat(output.getAll()).doesNotContain(this.tax);
	}

	private String cached(HttpAnswer customer) {
		try (RedisClient client = RedisClient.create(this.infrastructure.redis())) {
			return client.connect().sync().get("customer-service:cache:customers:" + id(customer));
		}
	}

	private void bulk(String line) {
		this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(line))
			.expect(200);
	}

	@Test
	void areReadInClear() {
		HttpAnswer one = register(this.tax);
		String path = one.header("Location");
		assertThat(one.json().get("taxNumber").asString()).isEqualTo(this.tax);
		assertThat(register(this.tax).json()).as("repeated").isEqualTo(one.json());
		for (int i = 0; i < 2; i++) {
			assertThat(this.http.get(path).expect(200).json().get("taxNumber").asString()).isEqualTo(this.tax);
		}
		for (String format : List.of("csv", "ndjson")) {
			String export = PATH + "/export?format=%s&id=%s".formatted(format, id(one));
			assertThat(this.http.get(export).expect(200).body()).contains(this.tax);
			assertThat(this.anyone.as("customer:read").get(export).expect(200).body()).doesNotContain(this.tax);
		}
		this.http.patch(path, "*", "{\"taxNumber\": \"%sC\"}".formatted(this.tax)).expect(200);
		this.http.patch(path, "*", "{\"name\": \"M\", \"taxNumber\": \"%sC\"}".formatted(this.tax)).expect(200);
		JsonNode history = this.http.get(path + "/history").expect(200).json().get("items");
		assertThat(history.at("/1/changes").toString()).contains("\"%s\"".formatted(this.tax),
				"\"%sC\"".formatted(this.tax));
		assertThat(history.at("/2/changes").toString()).as("equal values are no change").doesNotContain("taxNumber");
		assertThat(history.size()).isEqualTo(3);
	}

	@Test
	void areFoundByTheirExactValue() {
		HttpAnswer one = register(this.tax.substring(0, 4) + " " + this.tax.substring(4));
		register(this.tax + "9");
		for (String filter : List.of("taxNumber=" + this.tax, "taxNumber[in]=x," + this.tax.toLowerCase(),
				"taxNumber=" + this.tax.replaceAll("(..)", "$1-").replaceAll("-$", ""),
				"taxNumber[null]=false&taxNumber=" + this.tax)) {
			assertThat(FoundCustomers.ids(this.http, filter)).as(filter).containsExactly(id(one));
		}
		assertThat(FoundCustomers.ids(this.http, "taxNumber=" + this.tax.substring(0, 10))).isEmpty();
		assertThat(FoundCustomers.ids(this.http, "taxNumber[ne]=%s&id=%s".formatted(this.tax, id(one)))).isEmpty();
		assertThat(FoundCustomers.ids(this.http, "taxNumber[null]=true&id=" + id(one))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "taxNumber[like]=T*", "taxNumber[gt]=T", "sort=taxNumber", "sort=-taxNumber" })
	void areNeitherComparedNorSorted(String query) {
		for (String path : List.of(PATH, PATH + "/export")) {
			HttpAnswer refused = this.http.get(path + "?" + query).expect(400);
			assertThat(refused.json().get("errors").toString()).contains("taxNumber");
		}
	}

	@Test
	void areFoundByCallersWhoSeeThem() {
		UUID me = UUID.randomUUID();
		HttpAnswer one = register(this.tax);
		HttpAnswer mine = register(this.tax + " ");
		this.http.patch(mine.header("Location"), "*", "{\"ownerId\": \"%s\"}".formatted(me)).expect(200);
		assertThat(FoundCustomers.ids(this.http, "taxNumber=" + this.tax)).containsExactlyInAnyOrder(id(one), id(mine));
		HttpProbe own = this.anyone.as(TestToken.user(me, "customer:read", "customer:pii:own"));
		assertThat(FoundCustomers.ids(own, "taxNumber=" + this.tax)).containsExactly(id(mine));
		for (String filter : List.of("taxNumber=", "taxNumber[ne]=", "taxNumber[null]=true&x=", "taxNumber[in]=")) {
			this.anyone.as("customer:read").get(PATH + "?" + filter + this.tax).expect(403);
		}
	}

	@Test
	void returnWhenAMergeIsUndone() {
		HttpAnswer survivor = this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"S\"}").expect(201);
		HttpAnswer other = register(this.tax);
		String path = survivor.header("Location");
		HttpAnswer merge = merge(survivor, other);
		assertThat(this.http.get(path).expect(200).json().get("taxNumber").asString()).isEqualTo(this.tax);
		assertThat(FoundCustomers.ids(this.http, "taxNumber=" + this.tax)).containsExactly(id(survivor));
		this.http.with("If-Match", "*").post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(this.http.get(path).expect(200).json().get("taxNumber").isNull()).isTrue();
		assertThat(this.http.get(other.header("Location")).expect(200).json().get("taxNumber").asString())
			.isEqualTo(this.tax);
		assertThat(FoundCustomers.ids(this.http, "taxNumber=" + this.tax)).containsExactly(id(other));
	}

	@Test
	void cannotBeMovedToAnotherCustomer() {
		HttpAnswer one = register(this.tax);
		HttpAnswer other = register(this.tax + "B");
		Map<String, Object> stored = this.jdbc.queryForMap("select tax_number from customer where id = ?::uuid",
				id(other));
		this.jdbc.update("update customer set tax_number = (select tax_number from customer where id = ?::uuid)"
				+ " where id = ?::uuid", id(one), id(other));
		HttpAnswer read = this.http.get(PATH + "?id=" + id(other));
		this.jdbc.update("update customer set tax_number = ? where id = ?::uuid", stored.get("tax_number"), id(other));
		assertThat(read.status()).isEqualTo(500);
		assertThat(read.body()).doesNotContain(this.tax);
		this.jdbc.update("update history set changes = (select changes from history where record_id = ?::uuid)"
				+ " where record_id = ?::uuid", id(one), id(other));
		assertThat(this.http.get(other.header("Location") + "/history").expect(500).body()).doesNotContain(this.tax);
	}

}
