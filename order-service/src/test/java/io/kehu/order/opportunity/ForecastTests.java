package io.kehu.order.opportunity;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastTests extends OpportunityFixture {

	private static final String FORECAST = PATH + "/forecast?pipelineId=";

	private String open(String amount, String currency, String fields) {
		return id(
				open(", \"amount\": {\"amount\": \"%s\", \"currency\": \"%s\"}%s".formatted(amount, currency, fields)));
	}

	/** Days of the distant past, which no other test uses. */
	@BeforeEach
	void publishRates() {
		for (String sheet : List.of("""
				{"day": "1990-01-01", "base": "EUR", "rates": {"USD": 1.25, "JPY": 160}, "source": "Bank"}""", """
				{"day": "1990-01-03", "base": "EUR", "rates": {"USD": 2}, "source": "Bank"}""")) {
			assertThat(this.http.post("/api/v1/exchange-rates", sheet).status()).isIn(201, 409);
		}
	}

	private List<String> opened() {
		return List.of(open("100.10", "EUR", ", \"expectedCloseOn\": \"2026-03-31\""),
				open("100", "EUR", ", \"expectedCloseOn\": \"2026-04-01\", \"probability\": 75"),
				open("10", "USD", ", \"expectedCloseOn\": \"2026-04-30\""), open("1001", "JPY", ""), id(open("")));
	}

	@Test
	void addsUpPerCurrencyAndMonth() {
		opened();
		act(PATH + "/" + open("5000", "EUR", ""), "win", "{}").expect(200);
		JsonNode forecast = this.http.get(FORECAST + this.pipeline).expect(200).json();
		assertThat(forecast.get("converted").isNull()).isTrue();
		assertThat(forecast.get("withoutAmount").asInt()).isEqualTo(1);
		assertThat(forecast.get("totals").valueStream().map((total) -> money(total, "weighted")))
			.containsExactly("95.02 EUR", "200 JPY", "2.00 USD");
		assertThat(forecast.get("totals").valueStream().map((total) -> money(total, "amount")))
			.containsExactly("200.10 EUR", "1001 JPY", "10.00 USD");
		assertThat(forecast.get("months")
			.valueStream()
			.map((month) -> month.get("month").asString("none") + " " + money(month, "amount")))
			.containsExactly("2026-03-01 100.10 EUR", "2026-04-01 100.00 EUR", "2026-04-01 10.00 USD", "none 1001 JPY");
		JsonNode april = this.http.get(FORECAST + this.pipeline + "&from=2026-04-01&to=2026-04-30").expect(200).json();
		assertThat(april.get("months").size()).isEqualTo(2);
	}

	private static String money(JsonNode node, String field) {
		return node.at("/%s/amount".formatted(field)).asString() + " "
				+ node.at("/%s/currency".formatted(field)).asString();
	}

	@Test
	void convertsOnlyWithRatesThatItNames() {
		opened();
		JsonNode first = this.http.get(FORECAST + this.pipeline + "&currency=EUR&rateDay=1990-01-02")
			.expect(200)
			.json()
			.get("converted");
		// 200.10 + 1001 / 160 + 10 / 1.25
		assertThat(money(first, "amount")).isEqualTo("214.36 EUR");
		assertThat(texts(first.get("rates"), "from")).containsExactly("JPY", "USD");
		assertThat(first.at("/rates/1/rate").decimalValue()).isEqualByComparingTo("0.8");
		assertThat(first.at("/rates/1/day").asString()).isEqualTo("1990-01-01");
		assertThat(first.at("/rates/1/source").asString()).isEqualTo("Bank");
		JsonNode later = this.http.get(FORECAST + this.pipeline + "&currency=USD&rateDay=1990-01-03")
			.expect(200)
			.json()
			.get("converted");
		assertThat(texts(later.get("rates"), "from")).containsExactly("EUR", "JPY");
		assertThat(texts(later.get("rates"), "day")).containsExactly("1990-01-03", "1990-01-01");
		JsonNode refused = this.http.get(FORECAST + this.pipeline + "&currency=EUR&rateDay=1989-12-31")
			.expect(409)
			.json();
		assertThat(refused.get("detail").asString()).contains("from JPY to EUR", "1989-12-31");
	}

	@Test
	void countsOnlyWhatTheCallerMayRead() {
		UUID me = UUID.randomUUID();
		open("100", "EUR", "");
		open("10", "EUR", ", \"ownerId\": \"%s\"".formatted(me));
		String shared = open("1", "EUR", "");
		this.http.put(PATH + "/" + shared + "/shares", "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(me))
			.expect(200);
		JsonNode mine = this.anyone.as(TestToken.user(me, "opportunity:read:own"))
			.get(FORECAST + this.pipeline)
			.expect(200)
			.json();
		assertThat(money(mine.at("/totals/0"), "amount")).isEqualTo("11.00 EUR");
		assertThat(money(this.http.get(FORECAST + this.pipeline + "&ownerId=" + me).expect(200).json().at("/totals/0"),
				"amount"))
			.isEqualTo("10.00 EUR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "currency=EURO", "rateDay=soon", "from=2026-02-01&to=2026-01-01", "ownerId=me",
			"from=%2B999999999-01-01" })
	void refusesWhatIsInvalid(String query) {
		this.http.get(PATH + "/forecast?" + query).expect(400);
	}

}
