package io.kehu.order.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.contract.RecordContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class RateApiTests extends OrderServiceTest {

	private static final String PATH = "/api/v1/exchange-rates";

	/** Days that no other test uses. */
	private static final AtomicInteger DAYS = new AtomicInteger();

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("exchange-rate:read", "exchange-rate:write");
	}

	private static String body() {
		return "{\"day\": \"%s\", \"base\": \"EUR\", \"rates\": {\"USD\": 1.10}, \"source\": \"Bank\"}"
			.formatted(LocalDate.of(1970, 1, 1).plusDays(DAYS.incrementAndGet()));
	}

	@Test
	void keepTheContract() {
		RecordContract contract = new RecordContract(this.http, PATH, RateApiTests::body,
				"{\"source\": \"Other bank\"}");
		contract.checkBulkModes("day");
		contract.checkChanges("published");
	}

	@Test
	void existOnceADay() {
		String body = body();
		HttpAnswer published = this.http.post(PATH, body).expect(201);
		this.http.post(PATH, body).expect(409);
		assertThat(this.http.patch(published.header("Location"), published.etag(), "{\"rates\": {\"USD\": 1.1}}")
			.expect(200)
			.etag()).isEqualTo(published.etag());
		assertThat(this.http.patch(published.header("Location"), published.etag(), "{\"rates\": {\"GBP\": 0.9}}")
			.expect(200)
			.json()
			.get("rates")
			.size()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"base\": \"EURO\"|/base", "\"rates\": {\"DEM\": 2}|/rates/DEM",
					"\"rates\": {\"EUR\": 1}|/rates/EUR", "\"rates\": {\"USD\": 0}|/rates/USD",
					"\"rates\": {\"USD\": -1}|/rates/USD", "\"rates\": {\"USD\": 1e-13}|/rates/USD",
					"\"rates\": {\"USD\": 1e12}|/rates/USD", "\"day\": \"soon\"|/day" })
	void refuseWhatIsInvalid(String fields, String pointer) {
		HttpAnswer published = this.http.post(PATH, body()).expect(201);
		assertThat(this.http.patch(published.header("Location"), published.etag(), "{%s}".formatted(fields))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo(pointer);
	}

	@Test
	void arePublishedAsTheirSchemaSays() {
		RateSheet deleted = new RateSheet(
				new RateSheetDetails(LocalDate.of(2026, 1, 31), "EUR", Map.of("USD", new BigDecimal("1.10")), null),
				Instant.parse("2026-01-31T15:00:00.123456Z"));
		deleted.delete(Instant.parse("2026-02-01T00:00:00Z"));
		for (String action : RateConfiguration.EVENTS.actions()) {
			String type = RateConfiguration.EVENTS.type(action);
			EventContract.check(type, JsonMapper.shared().writeValueAsString(deleted.view()));
			EventContract.checkSample(type);
			EventContract.checkDescription(RateConfiguration.EVENTS.topic(), type);
		}
	}

	@Test
	void roundHalfToEven() {
		UsedRate rate = new UsedRate("USD", "EUR", new BigDecimal("0.5"), LocalDate.of(2026, 1, 31), null);
		assertThat(rate.convert(new BigDecimal("0.25")).amount()).isEqualTo("0.12");
		assertThat(rate.convert(new BigDecimal("0.27")).amount()).isEqualTo("0.14");
		assertThat(new UsedRate("USD", "JPY", new BigDecimal("150.5"), LocalDate.of(2026, 1, 31), null)
			.convert(BigDecimal.ONE)
			.amount()).isEqualTo("150");
	}

}
