package io.kehu.customer.insight;

import java.sql.Connection;
import java.sql.Date;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.customer.figures.OrderEventFixture;
import io.kehu.customer.insight.model.BgNbd;
import io.kehu.customer.insight.model.PurchaseHistory;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

@CustomerServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InsightTests {

	private static final String FITS = "/api/v1/insights/fits";

	private final LocalDate today = LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC));

	@Autowired
	private FitRunner runner;

	private HttpProbe http;

	private InsightFixture fixture;

	private String ordering;

	private String abroad;

	private JsonNode fit;

	@BeforeAll
	void calculate(@Autowired HttpProbe anyone, @Autowired JdbcTemplate jdbc, Infrastructure servers) {
		this.http = anyone.as("customer:read", "customer:write", "insight:read", "insight:write");
		this.fixture = new InsightFixture(this.http, jdbc, this.today);
		this.ordering = customer();
		this.abroad = customer();
		UUID cancelled = UUID.randomUUID();
		order(servers, "placed", UUID.randomUUID(), 0, this.ordering, 90);
		order(servers, "placed", UUID.randomUUID(), 0, this.ordering, 90);
		order(servers, "completed", UUID.randomUUID(), 0, this.ordering, 30);
		order(servers, "placed", UUID.randomUUID(), 0, this.ordering, -2);
		order(servers, "placed", cancelled, 0, this.ordering, 5);
		order(servers, "cancelled", cancelled, 1, this.ordering, 5);
		jdbc.update("insert into customer_order values (?, ?, ?, true, 1000, 'JPY')", UUID.randomUUID(),
				UUID.fromString(this.abroad), Date.valueOf(this.today.minusDays(50)));
		await().atMost(Duration.ofSeconds(30))
			.until(() -> jdbc.queryForObject(
					"select count(*) filter (where counted) = 4 and count(*) = 5 from customer_order where customer_id = ?",
					Boolean.class, UUID.fromString(this.ordering)));
		this.fit = completed(request());
	}

	private String customer() {
		return this.http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Insight\"}")
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private void order(Infrastructure servers, String event, UUID id, long version, String customer, int daysBefore) {
		OrderEventFixture.publish(servers,
				OrderEventFixture.order(event, id, version, customer, this.today.minusDays(daysBefore).toString()));
	}

	private String request() {
		return this.http.post(FITS, "").expect(201).header("Location");
	}

	private JsonNode completed(String path) {
		this.runner.runAll();
		await().atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(this.http.get(path).expect(200).json().get("status").asString())
				.isEqualTo("completed"));
		return this.http.get(path).expect(200).json();
	}

	private JsonNode insight(Object customer) {
		return this.http.get("/api/v1/customers/" + customer + "/insight").expect(200).json();
	}

	@Test
	void reportsParametersDataAndErrorsOfForecasts() {
		JsonNode report = this.fit.get("report");
		assertThat(report.get("tooLittleData").size()).as(report.toString()).isZero();
		assertThat(report.at("/data/customers").asLong()).isGreaterThanOrEqualTo(InsightFixture.CUSTOMERS + 2);
		assertThat(report.at("/data/currency").asString()).isEqualTo("EUR");
		for (String parameter : List.of("r", "alpha", "a", "b")) {
			assertThat(report.at("/purchases/" + parameter + "/value").asDouble()).isPositive();
		}
		assertThat(report.at("/values/gamma/value").asDouble()).isPositive();
		assertThat(report.at("/heldOut/days").asInt()).isGreaterThanOrEqualTo(InsightFixture.AGE / 3 - 10);
		assertThat(report.at("/heldOut/model/rootMeanSquareError").asDouble()).isPositive();
		assertThat(report.at("/heldOut/naive/rootMeanSquareError").asDouble()).isPositive();
		assertThat(this.fit.get("customers").asLong()).isEqualTo(report.at("/data/customers").asLong());
	}

	@Test
	void answersEachFigureWithItsInputsAndTheDayOfTheData() {
		int number = 0;
		while (this.fixture.days.get(number).size() < 4) {
			number++;
		}
		List<LocalDate> days = this.fixture.days.get(number);
		JsonNode insight = insight(this.fixture.customers.get(number));
		JsonNode last = this.http.get(FITS + "/" + insight.get("fitId").asString()).expect(200).json();
		LocalDate dataDay = LocalDate.parse(last.get("dataDay").asString());
		PurchaseHistory history = new PurchaseHistory(days.size() - 1, days(days.get(0), days.get(days.size() - 1)),
				days(days.get(0), dataDay));
		JsonNode parameters = last.at("/report/purchases");
		BgNbd model = new BgNbd(parameters.at("/r/value").asDouble(), parameters.at("/alpha/value").asDouble(),
				parameters.at("/a/value").asDouble(), parameters.at("/b/value").asDouble());
		JsonNode alive = insight.get("probabilityAlive");
		assertThat(alive.get("value").asDouble()).isCloseTo(model.probabilityAlive(history), within(1e-9));
		assertThat(alive.at("/inputs/0/name").asString()).isEqualTo("repeatPurchases");
		assertThat(alive.at("/inputs/0/value").asInt()).isEqualTo(history.repeats());
		assertThat(insight.at("/expectedPurchases/value").asDouble()).isCloseTo(model.expectedPurchases(history, 52),
				within(1e-9));
		assertThat(insight.at("/expectedValue/value/currency").asString()).isEqualTo("EUR");
		assertThat(insight.at("/lifetimeValue/value/amount").asString()).matches("\\d+\\.\\d\\d");
		assertThat(insight.at("/rfm/segment").asString()).isNotBlank();
		for (String figure : List.of("rfm", "probabilityAlive", "expectedPurchases", "expectedValue", "lifetimeValue",
				"churnRisk")) {
			assertThat(insight.at("/" + figure + "/dataDay").asString()).isEqualTo(dataDay.toString());
			assertThat(insight.at("/" + figure + "/tooLittleData").isNull()).isTrue();
		}
	}

	private static int days(LocalDate from, LocalDate until) {
		return (int) ChronoUnit.DAYS.between(from, until);
	}

	@Test
	void countsDaysWithOrdersThatAreNeitherCancelledNorInTheFuture() {
		JsonNode insight = insight(this.ordering);
		assertThat(insight.at("/rfm/inputs/0/value").asInt()).isBetween(30, 31);
		assertThat(insight.at("/rfm/inputs/1/value").asInt()).isEqualTo(2);
		assertThat(insight.at("/rfm/inputs/2/value").asDouble()).isCloseTo(3 * 30.56, within(1e-6));
		assertThat(insight.at("/expectedValue/inputs/1/value").asDouble()).isCloseTo(30.56, within(1e-6));
	}

	@Test
	void saysTooLittleDataInsteadOfAFigure() {
		JsonNode without = insight(customer());
		for (String figure : List.of("rfm", "probabilityAlive", "expectedPurchases", "expectedValue", "lifetimeValue",
				"churnRisk")) {
			assertThat(without.at("/" + figure + "/tooLittleData/code").asString()).isEqualTo("no_purchases");
		}
		assertThat(without.at("/probabilityAlive/value").isNull()).isTrue();
		JsonNode other = insight(this.abroad);
		assertThat(other.at("/rfm/tooLittleData/code").asString()).isEqualTo("other_currency");
		assertThat(other.at("/lifetimeValue/tooLittleData/code").asString()).isEqualTo("other_currency");
		assertThat(other.at("/probabilityAlive/value").asDouble()).isEqualTo(1);
	}

	@Test
	void countsSegmentsOfVisibleCustomers(@Autowired HttpProbe anyone) {
		assertThat(counted(this.http)).isGreaterThanOrEqualTo(InsightFixture.CUSTOMERS + 1);
		HttpProbe own = anyone.as(TestToken.user(this.fixture.owner, "insight:read", "customer:read:own"));
		assertThat(counted(own)).isEqualTo(InsightFixture.OWNED);
		assertThat(counted(anyone.as("insight:read"))).isZero();
		own.get("/api/v1/customers/" + this.fixture.customers.get(0) + "/insight").expect(200);
		own.get("/api/v1/customers/" + this.ordering + "/insight").expect(404);
	}

	private static long counted(HttpProbe http) {
		JsonNode segments = http.get("/api/v1/insights/segments").expect(200).json().get("segments");
		assertThat(segments.size()).isEqualTo(11);
		return segments.valueStream().mapToLong((segment) -> segment.get("customers").asLong()).sum();
	}

	@Test
	void needsPermissions(@Autowired HttpProbe anyone) {
		HttpProbe reader = anyone.as("insight:read", "customer:read");
		reader.post(FITS, "").expect(403);
		reader.get(FITS + "/" + UUID.randomUUID()).expect(404);
		reader.get(FITS + "/latest").expect(400);
		reader.get("/api/v1/customers/" + UUID.randomUUID() + "/insight").expect(404);
		HttpProbe other = anyone.as("customer:read");
		other.get(this.http.post(FITS, "").expect(201).header("Location")).expect(403);
		other.get("/api/v1/customers/" + this.ordering + "/insight").expect(403);
		other.get("/api/v1/insights/segments").expect(403);
	}

	@Test
	void resumesWhereAnInstanceDied(@Autowired JdbcTemplate jdbc) {
		String path = request();
		UUID id = UUID.fromString(completed(path).get("id").asString());
		long stored = stored(jdbc, id);
		UUID middle = this.fixture.customers.get(InsightFixture.CUSTOMERS / 2);
		jdbc.update("update customer_insight set spent = -1 where fit_id = ? and customer_id <= ?", id, middle);
		int lost = jdbc.update("delete from customer_insight where fit_id = ? and customer_id > ?", id, middle);
		jdbc.update("""
				update insight_fit set status = 'running', finished_at = null, last_customer = ?, scored = scored - ?
				where id = ?""", middle, lost, id);
		assertThat(completed(path).get("customers").asLong()).isEqualTo(stored);
		assertThat(stored(jdbc, id)).isEqualTo(stored);
		assertThat(jdbc.queryForObject("select count(*) from customer_insight where fit_id = ? and spent = -1",
				Long.class, id))
			.isEqualTo(stored - lost);
	}

	private static long stored(JdbcTemplate jdbc, UUID fit) {
		Long stored = jdbc.queryForObject("select count(*) from customer_insight where fit_id = ?", Long.class, fit);
		return stored;
	}

	@Test
	void ignoresAnAttemptThatWasFollowedByAnother(@Autowired FitStore fits) {
		UUID id = UUID.fromString(completed(request()).get("id").asString());
		UUID customer = UUID.randomUUID();
		assertThatExceptionOfType(FitStoppedException.class).isThrownBy(() -> fits.advance(id, 0, customer, 1));
		assertThatExceptionOfType(FitStoppedException.class).isThrownBy(() -> fits.complete(id, 0));
	}

	@Test
	void fitsOnceANight(@Autowired FitStore fits, @Autowired JdbcTemplate jdbc) {
		LocalDate night = LocalDate.of(2001, 2, 3);
		this.runner.runAll();
		assertThat(fits.requestNightly(night)).isTrue();
		assertThat(fits.requestNightly(night)).isTrue();
		assertThat(jdbc.queryForObject("select count(*) from insight_fit where night = ?", Long.class,
				Date.valueOf(night)))
			.isEqualTo(1);
	}

	@Test
	void runsOnOneInstanceAtATime(@Autowired DataSource database) throws Exception {
		String path;
		try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
			statement.execute("select pg_advisory_lock(%d)".formatted(FitLock.KEY));
			path = request();
			assertThat(this.runner.runAll()).isFalse();
			assertThat(request()).isEqualTo(path);
			assertThat(this.http.get(path).expect(200).json().get("status").asString()).isEqualTo("queued");
			statement.execute("select pg_advisory_unlock(%d)".formatted(FitLock.KEY));
		}
		completed(path);
	}

	@Test
	void givesAFitUpThatAlwaysFails(@Autowired JdbcTemplate jdbc) {
		String path = request();
		UUID id = UUID.fromString(completed(path).get("id").asString());
		jdbc.update("update insight_fit set status = 'running', finished_at = null, attempts = ? where id = ?",
				FitRunner.MOST_ATTEMPTS, id);
		this.runner.runAll();
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.http.get(path).expect(200).json().get("status").asString())
				.isEqualTo("failed"));
		assertThat(this.http.get(path).expect(200).json().get("error").asString()).contains("given up");
		completed(request());
	}

}
