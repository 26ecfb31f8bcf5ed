package io.kehu.order.report;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class SalesReportTests extends SalesFixture {

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void countsSalesByEachInterval() {
		order("01-01", this.tea, 1, "");
		order("01-31", this.tea, 2, "");
		order("02-01", this.coffee, 3, "");
		order("12-31", this.tea, 4, ", \"status\": \"draft\"");
		for (int i = 0; i < 2; i++) {
			assertThat(rows(report(""))).containsExactly("01-01 2 30.00 EUR", "02-01 1 30.00 EUR");
			assertThat(rows(report("&interval=day"))).containsExactly("01-01 1 10.00 EUR", "01-31 1 20.00 EUR",
					"02-01 1 30.00 EUR");
			assertThat(rows(report("&interval=quarter"))).containsExactly("01-01 3 60.00 EUR");
			assertThat(report("&interval=week").get("rows").size()).isBetween(2, 3);
			JsonNode year = report("&interval=year");
			assertThat(year.at("/rows/0/averageOrder/amount").asString()).isEqualTo("20.00");
			assertThat(year.get("rolledUp").asBoolean()).isTrue();
			assertThat(rows(this.http.get(REPORT + "?from=%s&to=%s".formatted(day("01-15"), day("02-10"))).json()))
				.containsExactly("01-01 1 20.00 EUR", "02-01 1 30.00 EUR");
			this.rollups.rollUp();
		}
	}

	@Test
	void followsEachChangeOfAnOrder() {
		HttpAnswer order = order("03-10", this.tea, 2, "");
		String path = order.header("Location");
		assertThat(rows(report(""))).containsExactly("03-01 1 20.00 EUR");
		this.http
			.patch(path, "*",
					"{\"lines\": [%s, %s]}".formatted(line(this.coffee, 5, "EUR"), line(this.coffee, 1, "EUR")))
			.expect(200);
		this.rollups.rollUp();
		JsonNode byProduct = report("&by=product");
		assertThat(rows(byProduct)).containsExactly("03-01 1 60.00 EUR");
		assertThat(byProduct.at("/rows/0/member").asString()).isEqualTo(this.coffee);
		assertThat(byProduct.at("/rows/0/name").asString()).isEqualTo("=Coffee");
		assertThat(byProduct.at("/rows/0/lines").asInt()).isEqualTo(2);
		UUID owner = UUID.randomUUID();
		this.http.patch(path, "*", "{\"ownerId\": \"%s\"}".formatted(owner)).expect(200);
		assertThat(texts(report("&by=owner"), "member")).containsExactly(owner.toString());
		this.http.with("If-Match", "*").post(path + "/cancel", "").expect(200);
		assertThat(rows(report("&by=product"))).isEmpty();
		this.rollups.rollUp();
		assertThat(rows(report("&by=owner"))).isEmpty();
		assertThat(verified().get("matches").asBoolean()).isTrue();
	}

	private JsonNode verified() {
		return this.http.post(REPORT + "/verify?from=%s&to=%s".formatted(day("01-01"), day("12-31")), "")
			.expect(200)
			.json();
	}

	private static List<String> texts(JsonNode report, String field) {
		return report.get("rows").valueStream().map((row) -> row.get(field).asString()).toList();
	}

	@Test
	void differencesAreFound() {
		order("05-05", this.tea, 1, "");
		this.rollups.rollUp();
		assertThat(verified().get("matches").asBoolean()).isTrue();
		String change = "update sales_rollup set orders = orders %s where dimension = 'NONE' and grain = 'DAY' and period = ?::date";
		this.jdbc.update(change.formatted("+ 1"), day("05-05"));
		JsonNode result = verified();
		assertThat(result.get("matches").asBoolean()).isFalse();
		assertThat(result.get("different").asInt()).isEqualTo(1);
		assertThat(result.at("/differences/0").toString()).contains("\"dimension\":\"none\"", "\"grain\":\"day\"",
				"\"orders\":1", "\"keptOrders\":2");
		this.jdbc.update(change.formatted("- 1"), day("05-05"));
		this.anyone.as("order:read").post(REPORT + "/verify", "").expect(403);
	}

	@Test
	void filtersReadTheOrdersThemselves() {
		UUID owner = UUID.randomUUID();
		order("01-01", this.tea, 1, ", \"ownerId\": \"%s\"".formatted(owner));
		order("01-01", this.coffee, 2, ", \"ownerId\": \"%s\"".formatted(owner));
		order("02-01", this.tea, 4, "");
		JsonNode filtered = report("&by=product&ownerId=" + owner);
		assertThat(filtered.get("rolledUp").asBoolean()).isFalse();
		assertThat(rows(filtered)).containsExactly("01-01 1 20.00 EUR", "01-01 1 10.00 EUR");
		assertThat(rows(report("&productId=" + this.tea))).containsExactly("01-01 1 10.00 EUR", "02-01 1 40.00 EUR");
		assertThat(rows(report("&by=owner&productId=%s&interval=year".formatted(this.coffee))))
			.containsExactly("01-01 1 20.00 EUR");
		assertThat(rows(report("&by=customer&interval=day&customerId=" + this.customer))).hasSize(2);
		assertThat(rows(report("&by=customer"))).containsExactly("01-01 2 30.00 EUR", "02-01 1 40.00 EUR");
	}

	@Test
	void callersSeeWhatTheyMayRead() {
		UUID me = UUID.randomUUID();
		UUID team = UUID.randomUUID();
		order("01-01", this.tea, 1, ", \"ownerId\": \"%s\"".formatted(me));
		order("01-02", this.tea, 2, ", \"teamId\": \"%s\"".formatted(team));
		HttpAnswer shared = order("01-03", this.tea, 4, "");
		order("01-04", this.tea, 8, "");
		this.http
			.put(shared.header("Location") + "/shares", "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(me))
			.expect(200);
		HttpProbe own = this.anyone.as(TestToken.user(me, "order:read:own"));
		HttpProbe mine = this.anyone.as(TestToken.user(me, "order:read:team").teams(team.toString()));
		for (String query : List.of("", "&by=product", "&by=customer", "&interval=year")) {
			assertThat(rows(own.get(path(query)).expect(200).json())).containsExactly("01-01 2 50.00 EUR");
			assertThat(rows(mine.get(path(query)).expect(200).json())).containsExactly("01-01 3 70.00 EUR");
			assertThat(rows(report(query))).containsExactly("01-01 4 150.00 EUR");
		}
		assertThat(own.get(path("&by=product&ownerId=" + UUID.randomUUID())).expect(200).json().get("rows").size())
			.isZero();
		this.anyone.as("product:read").get(path("")).expect(403);
		assertThat(own.get(REPORT + "/cohorts?from=%s&to=%s".formatted(day("01-01"), day("12-31")))
			.expect(200)
			.json()
			.at("/items/0/size")
			.asInt()).isOne();
	}

	@Test
	void convertsOnlyWithRatesThatItNames() {
		order("01-10", this.tea, 1, "");
		this.http.post(ORDERS, body("01-11", line(this.coffee, 1, "USD"), "")).expect(201);
		this.http.post(ORDERS, body("02-11", line(this.coffee, 3, "USD"), "")).expect(201);
		assertThat(rows(report(""))).containsExactly("01-01 1 10.00 EUR", "01-01 1 10.00 USD", "02-01 1 30.00 USD");
		assertThat(report("").get("totals").size()).isEqualTo(2);
		this.http
			.post("/api/v1/exchange-rates",
					"{\"day\": \"%s\", \"base\": \"EUR\", \"rates\": {\"USD\": 2}, \"source\": \"Bank\"}"
						.formatted(day("01-31")))
			.expect(201);
		this.http
			.post("/api/v1/exchange-rates",
					"{\"day\": \"%s\", \"base\": \"EUR\", \"rates\": {\"USD\": 4}}".formatted(day("02-20")))
			.expect(201);
		JsonNode converted = report("&currency=EUR");
		assertThat(rows(converted)).containsExactly("01-01 2 15.00 EUR", "02-01 1 7.50 EUR");
		assertThat(converted.at("/totals/0/revenue/amount").asString()).isEqualTo("22.50");
		assertThat(converted.get("rates").size()).isEqualTo(2);
		assertThat(converted.at("/rates/0/rate/day").asString()).isEqualTo(day("01-31"));
		assertThat(converted.at("/rates/0/rate/source").asString()).isEqualTo("Bank");
		assertThat(rows(report("&currency=EUR&by=product&top=1"))).containsExactly("01-01 1 5.00 EUR",
				"02-01 1 7.50 EUR");
		this.http.get(path("&currency=XAF")).expect(409);
	}

	@Test
	void comparesWithTheYearBefore() {
		order("02-10", this.tea, 2, "");
		this.year++;
		order("02-11", this.tea, 3, "");
		order("03-11", this.coffee, 3, "");
		JsonNode report = report("&by=product&compare=true");
		assertThat(report.at("/rows/0/yearBefore/amount").asString()).isEqualTo("20.00");
		assertThat(report.at("/rows/0/growth").decimalValue()).isEqualByComparingTo("0.5");
		assertThat(report.at("/rows/1/yearBefore/amount").asString()).isEqualTo("0.00");
		assertThat(report.at("/rows/1/growth").isNull()).isTrue();
		assertThat(report("").at("/rows/0/yearBefore").isNull()).isTrue();
	}

	@Test
	void showsTheTop() {
		order("01-01", this.tea, 1, "");
		order("02-01", this.tea, 9, "");
		order("01-01", this.coffee, 5, "");
		assertThat(rows(report("&by=product&top=1"))).containsExactly("01-01 1 10.00 EUR", "02-01 1 90.00 EUR");
		assertThat(report("&by=product&top=1").at("/totals/0/revenue/amount").asString()).isEqualTo("150.00");
	}

	@Test
	void followsCohorts() {
		UUID loyal = this.customer;
		order("01-01", this.tea, 1, "");
		order("03-01", this.tea, 1, "");
		this.customer = CUSTOMERS.customer("erp", UUID.randomUUID().toString());
		order("01-15", this.tea, 1, "");
		JsonNode cohort = this.http.get(REPORT + "/cohorts?from=%s&to=%s".formatted(day("01-01"), day("12-31")))
			.expect(200)
			.json()
			.at("/items/0");
		assertThat(loyal).isNotEqualTo(this.customer);
		assertThat(cohort.get("cohort").asString()).isEqualTo(day("01-01"));
		assertThat(cohort.get("size").asInt()).isEqualTo(2);
		assertThat(cohort.at("/periods/1/period").asString()).isEqualTo(day("03-01"));
		assertThat(cohort.at("/periods/1/share").asDouble()).isEqualTo(0.5);
	}

	@Test
	void isWrittenInEachFormat() {
		order("01-01", this.coffee, 1, "");
		HttpAnswer csv = this.http.get(path("&by=product&format=csv")).expect(200);
		assertThat(csv.header("Content-Type")).startsWith("text/csv");
		assertThat(csv.body().lines()).containsExactly(
				"period,member,name,currency,orders,lines,quantity,revenue,averageOrder,yearBefore,growth",
				"%s,%s,'=Coffee,EUR,1,1,1,10.00,10.00,,".formatted(day("01-01"), this.coffee));
		assertThat(this.http.get(path("&format=svg")).expect(200).body()).contains("<svg", "</svg");
		assertThat(this.http.get(path("&format=png")).expect(200).header("Content-Type")).isEqualTo("image/png");
		assertThat(this.http.get(path("&format=xlsx")).expect(200).body()).startsWith("PK");
		this.http.post(ORDERS, body("01-11", line(this.coffee, 1, "USD"), "")).expect(201);
		this.http.get(path("&format=svg")).expect(400);
	}

	@ParameterizedTest
	@CsvSource({ "interval=hour, interval", "by=colour, by", "format=pdf, format", "top=0&by=product, top",
			"top=3, top", "currency=EURO, currency", "interval=week&compare=true, compare",
			"productId=tea, productId" })
	void refusesWhatIsInvalid(String query, String parameter) {
		assertThat(this.http.get(path("&" + query)).expect(400).body()).contains("\"" + parameter + "\"");
		this.http.get(REPORT + "?from=2026-02-01&to=2026-01-01").expect(400);
		this.http.get(REPORT + "?from=2020-01-01&to=2026-01-01&interval=day").expect(400);
		this.http.get(REPORT + "?to=2026-01-01").expect(400);
	}

}
