package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.platform.test.Together;
import io.kehu.platform.test.probe.SqlProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderPartitionTests extends OrderFixture {

	private static final UUID BUYER = CUSTOMERS.customer("erp", "buyer");

	/** Another one may have begun since the service started. */
	private static final YearMonth AT_FIRST = YearMonth.now(ZoneOffset.UTC);

	private static final LocalDate MARCH = LocalDate.of(2003, 3, 1);

	private static final Pattern SCAN = Pattern
		.compile("Scan.* on ((orders|order_line)_(\\d{4}_\\d{2}|default))(?!\\w)");

	private static final Pattern ORDERS = Pattern
		.compile("(?is)^\\s*(select|update|delete)\\b.*\\b(orders|order_line|order_key)\\b");

	@Autowired
	private SqlProbe statements;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private OrderPartitions partitions;

	@BeforeEach
	void fillTwoYears() {
		this.partitions
			.ensure(IntStream.range(0, 24).mapToObj((month) -> LocalDate.of(2002, 1, 1).plusMonths(month)).toList());
		if (rows("orders_2003_03") > 0) {
			return;
		}
		this.jdbc.update("""
				with key as (insert into order_key (id, order_date, number, client_order_number)
				select uuidv7(), date '2002-01-01' + i % 730, 'X-' || i, 'C-' || i
				from generate_series(1, 30000) as i returning *),
				filled as (insert into orders (id, order_date, version, number, client_order_number, customer_id,
				status, currency, subtotal, tax_total, total, created_at, updated_at)
				select id, order_date, 0, number, client_order_number, case when number like '%77' then ?
				else uuidv4() end, 'PLACED', 'EUR', 1, 0, 1, now(), now() from key)
				insert into order_line select id, order_date, 1, id, 'x', 'x', 1, 1, 0, 0, 0, 1 from key""", BUYER);
		this.jdbc.execute("analyze");
	}

	@Test
	void aCustomersOrdersOfAMonthTouchThatMonthByTheCustomersIndex() {
		List<String> plans = plansOf(() -> this.http
			.get(PATH + "?customerId=%s&orderDate[gte]=%s&orderDate[lt]=%s&sort=orderDate".formatted(BUYER, MARCH,
					MARCH.plusMonths(1)))
			.expect(200));
		assertThat(plans).allSatisfy((plan) -> assertThat(plan).doesNotContain("Seq Scan"));
		assertThat(plans.get(0)).contains("orders_2003_03_customer_id_order_date_id_idx");
		assertThat(touched(plans)).as("%s", plans).containsOnly("orders_2003_03", "order_line_2003_03");
	}

	@Test
	void aMonthsOrdersTouchThatMonthByTheDatesIndex() {
		List<String> plans = plansOf(() -> this.http
			.get(PATH + "?orderDate[gte]=%s&orderDate[lt]=%s&sort=-orderDate".formatted(MARCH, MARCH.plusMonths(1)))
			.expect(200));
		assertThat(plans).allSatisfy((plan) -> assertThat(plan).doesNotContain("Seq Scan"));
		assertThat(plans.get(0)).contains("orders_2003_03_order_date_id_idx");
		assertThat(touched(plans)).as("%s", plans).containsOnly("orders_2003_03", "order_line_2003_03");
	}

	/** Each way to select few orders, and each order of a list, has its index. */
	@ParameterizedTest
	@ValueSource(strings = { "sort=id", "sort=-number", "sort=orderDate", "sort=-total", "sort=createdAt",
			"sort=-updatedAt", "number=X-77", "clientOrderNumber=C-77", "q=x-1234", "sku=none",
			"productId=01941f29-7c00-7000-8000-000000000011", "customerExternalId=erp:none",
			"customerId=01941f29-7c00-7000-8000-000000000011", "ownerId=01941f29-7c00-7000-8000-000000000011",
			"teamId=01941f29-7c00-7000-8000-000000000011", "updatedAt[lt]=2001-01-01T00:00:00Z",
			"createdAt[lt]=2001-01-01T00:00:00Z", "total[gt]=1000", "status=placed&limit=20",
			"paymentStatus=unpaid&fulfilmentStatus=open&currency=EUR&limit=20" })
	void everyListIsServedByIndexes(String query) {
		assertThat(plansOf(() -> this.http.get(PATH + "?" + query).expect(200))).isNotEmpty()
			.allSatisfy((plan) -> assertThat(plan).doesNotContainPattern("Seq Scan on (orders|order_line)_200[23]"));
	}

	@Test
	void anOrderByIdTouchesItsMonthByThePrimaryKey() {
		UUID id = anyOf(MARCH, "id", UUID.class);
		List<String> plans = plansOf(() -> this.http.get(PATH + "/" + id).expect(200));
		assertThat(plans).allSatisfy((plan) -> assertThat(plan).doesNotContain("Seq Scan"));
		assertThat(plans.get(0)).as("one statement for the key and the order, to which either index leads")
			.contains("using order_key_")
			.containsPattern("using orders_2003_03_(pkey|order_date_id_idx)");
		assertThat(touched(plans)).as("%s", plans).containsOnly("orders_2003_03", "order_line_2003_03");
	}

	@Test
	void anOrderByNumberTouchesItsMonth() {
		String number = anyOf(MARCH, "number", String.class);
		List<String> plans = plansOf(() -> this.http.get(PATH + "?number=" + number).expect(200));
		assertThat(plans).allSatisfy((plan) -> assertThat(plan).doesNotContain("Seq Scan"));
		assertThat(touched(plans)).as("%s", plans).containsOnly("orders_2003_03", "order_line_2003_03");
	}

	@Test
	void aStepTouchesTheMonthOfItsOrder() {
		UUID id = anyOf(MARCH, "id", UUID.class);
		List<String> plans = plansOf(() -> step(PATH + "/" + id, "*", "confirm").expect(200));
		assertThat(plans).anyMatch((plan) -> plan.startsWith("Update on orders"))
			.allSatisfy((plan) -> assertThat(plan).doesNotContain("Seq Scan"));
		assertThat(touched(plans)).as("%s", plans).containsOnly("orders_2003_03", "order_line_2003_03");
	}

	@Test
	void ordersLoadedAgainTouchTheirMonths() {
		String lines = Stream.of(MARCH, MARCH.plusMonths(2))
			.map((date) -> """
					{"clientOrderNumber": "%s", "customerId": "%s", "orderDate": "%s", \
					"lines": [{"sku": "%s", "quantity": 3}]}"""
				.formatted(anyOf(date, "client_order_number", String.class), BUYER, date, this.sku))
			.collect(Collectors.joining("\n"));
		List<String> plans = plansOf(() -> assertThat(this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(lines))
			.expect(200)
			.body()).contains("updated").doesNotContain("created", "rejected"));
		assertThat(plans).allSatisfy((plan) -> assertThat(plan).doesNotContain("Seq Scan"));
		assertThat(touched(plans)).as("%s", plans)
			.containsOnly("orders_2003_03", "order_line_2003_03", "orders_2003_05", "order_line_2003_05");
	}

	private <T> T anyOf(LocalDate date, String column, Class<T> type) {
		return Objects.requireNonNull(this.jdbc
			.queryForObject("select %s from orders where order_date = ? limit 1".formatted(column), type, date));
	}

	@Test
	void idsAndNumbersAreUniqueAcrossMonths() {
		UUID id = Objects.requireNonNull(
				this.jdbc.queryForObject("select id from orders where order_date = ? limit 1", UUID.class, MARCH));
		assertThatThrownBy(() -> this.jdbc.update(
				"""
						insert into orders select id, order_date + 31, version, number, client_order_number, customer_id, status,
						currency, subtotal, tax_total, total, owner_id, team_id, created_at, updated_at, deleted_at
						from orders where id = ?""",
				id))
			.hasMessageContaining("foreign key");
		assertThatThrownBy(() -> this.jdbc
			.update("insert into order_key (id, order_date, number) values (uuidv7(), '2001-01-01', 'X-1')"))
			.hasMessageContaining("order_key_number_key");
	}

	@Test
	void monthsAreMadeAheadAndOnce() {
		assertThat(partitions()).contains("orders_default", "order_line_default",
				"orders_" + AT_FIRST.plusMonths(3).toString().replace('-', '_'));
		this.partitions.createAhead();
		List<String> before = partitions();
		this.partitions.createAhead();
		assertThat(partitions()).isEqualTo(before);
	}

	@Test
	void aMonthIsMadeOnceByMany() {
		assertThat(Together.run(4, (index) -> ensure(LocalDate.of(1985, 7, 1 + index)))).containsOnlyOnce(true);
		assertThat(partitions()).contains("orders_1985_07", "order_line_1985_07");
	}

	@Test
	void aNewMonthTakesWhatWaitsInTheDefaultPartition() {
		String path = order("\"orderDate\": \"1971-02-03\"").header("Location");
		assertThat(rows("orders_default")).isEqualTo(1);
		assertThat(ensure(LocalDate.of(1971, 2, 28))).isTrue();
		assertThat(rows("orders_default")).isZero();
		assertThat(rows("orders_1971_02")).isEqualTo(1);
		assertThat(rows("order_line_1971_02")).isEqualTo(1);
		this.http.get(path).expect(200);
	}

	private boolean ensure(LocalDate date) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject("select ensure_order_month(?)", Boolean.class, date));
	}

	private List<String> partitions() {
		return this.jdbc.queryForList("""
				select inhrelid::regclass::text from pg_inherits
				where inhparent in ('orders'::regclass, 'order_line'::regclass) order by 1""", String.class);
	}

	private int rows(String table) {
		return Objects.requireNonNull(this.jdbc.queryForObject("select count(*) from " + table, Integer.class));
	}

	/** Returns the plans of what the service reads and changes of orders meanwhile. */
	private List<String> plansOf(Runnable action) {
		return this.statements.during(action)
			.stream()
			.filter((run) -> ORDERS.matcher(run.sql()).find())
			.map(this.statements::plan)
			.toList();
	}

	private static Set<String> touched(List<String> plans) {
		return plans.stream()
			.flatMap(String::lines)
			.flatMap((line) -> SCAN.matcher(line).results())
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toSet());
	}

}
