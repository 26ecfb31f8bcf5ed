package io.kehu.order.order;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderPartitionTests extends OrderFixture {

	private static final UUID BUYER = new UUID(7, 7);

	private static final LocalDate MARCH = LocalDate.of(2003, 3, 1);

	private static final Pattern SCAN = Pattern.compile("Scan.* on (orders_\\w+|order_line_\\w+)(?<!_idx)\\b");

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private OrderMonths months;

	@BeforeEach
	void fillTwoYears() {
		this.months
			.ensure(IntStream.range(0, 24).mapToObj((month) -> LocalDate.of(2002, 1, 1).plusMonths(month)).toList());
		if (rows("orders_2003_03") > 0) {
			return;
		}
		this.jdbc.update(
				"""
						with key as (insert into order_key (id, order_date, number)
						select uuidv7(), date '2002-01-01' + i % 730, 'X-' || i from generate_series(1, 30000) as i
						returning id, order_date, number),
						filled as (insert into orders (id, order_date, version, number, customer_id, status, currency, subtotal,
						tax_total, total, created_at, updated_at)
						select id, order_date, 0, number, case when number like '%77' then ? else uuidv4() end, 'PLACED', 'EUR', 1,
						0, 1, now(), now() from key)
						insert into order_line select id, order_date, 1, id, 'x', 'x', 1, 1, 0, 0, 0, 1 from key""",
				BUYER);
		this.jdbc.execute("analyze");
	}

	@Test
	void aCustomersOrdersOfAMonthTouchThatMonthByTheCustomersIndex() {
		String plan = plan("""
				select o.* from orders o where o.deleted_at is null and o.customer_id = ? and o.order_date >= ?
				and o.order_date < ? order by o.order_date, o.id limit 51""", BUYER, MARCH, MARCH.plusMonths(1));
		assertThat(touched(plan)).as(plan).containsExactly("orders_2003_03");
		assertThat(plan).contains("orders_2003_03_customer_id_order_date_id_idx").doesNotContain("Seq Scan");
	}

	@Test
	void aMonthsOrdersTouchThatMonthByTheDatesIndex() {
		String plan = plan("""
				select o.* from orders o where o.deleted_at is null and o.order_date >= ? and o.order_date < ?
				order by o.order_date desc, o.id desc limit 51""", MARCH, MARCH.plusMonths(1));
		assertThat(touched(plan)).as(plan).containsExactly("orders_2003_03");
		assertThat(plan).contains("orders_2003_03_order_date_id_idx").doesNotContain("Seq Scan");
	}

	@Test
	void anOrderByIdTouchesItsMonthByThePrimaryKey() {
		UUID id = Objects.requireNonNull(
				this.jdbc.queryForObject("select id from orders where order_date = ? limit 1", UUID.class, MARCH));
		assertThat(plan("select order_date from order_key where id = ?", id)).contains("using order_key_")
			.doesNotContain("Seq Scan");
		String order = plan("select * from orders where id = ? and order_date = ?", id, MARCH);
		assertThat(touched(order)).as(order).containsExactly("orders_2003_03");
		assertThat(order).as("either index has both").containsPattern("using orders_2003_03_(pkey|order_date_id_idx)");
		String lines = plan("select * from order_line where (order_id, order_date) in ((?, ?), (?, ?))", id, MARCH, id,
				MARCH.minusMonths(2));
		assertThat(touched(lines)).as(lines).containsOnly("order_line_2003_03", "order_line_2003_01");
		assertThat(lines).doesNotContain("Seq Scan");
	}

	@Test
	void anOrderByNumberTouchesItsMonth() {
		String number = Objects.requireNonNull(this.jdbc
			.queryForObject("select number from orders where order_date = ? limit 1", String.class, MARCH));
		String plan = plan("""
				select o.* from orders o where o.deleted_at is null and (o.id, o.order_date) in
				(select k.id, k.order_date from order_key k where k.number = ?) order by o.id limit 51""", number);
		assertThat(touched(plan)).as(plan).containsExactly("orders_2003_03");
		assertThat(plan).doesNotContain("Seq Scan");
	}

	@Test
	void ordersByTheirKeysTouchTheirMonths() {
		UUID[] ids = this.jdbc.queryForList("select id from orders where order_date = ? limit 3", UUID.class, MARCH)
			.toArray(UUID[]::new);
		String[] dates = { "2003-03-01", "2003-03-01", "2003-03-01" };
		String plan = plan("""
				select o.* from unnest(cast(? as uuid[]), cast(? as date[])) as wanted (id, order_date)
				join orders o on o.id = wanted.id and o.order_date = wanted.order_date
				where o.order_date = any(cast(? as date[]))""", ids, dates, dates);
		assertThat(touched(plan)).as(plan).containsExactly("orders_2003_03");
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
		List<String> before = partitions();
		assertThat(before).contains("orders_default", "order_line_default",
				"orders_" + YearMonth.now().plusMonths(3).toString().replace('-', '_'));
		this.months.makeAhead();
		assertThat(partitions()).isEqualTo(before);
	}

	@Test
	void aMonthIsMadeOnceByMany() {
		List<CompletableFuture<Boolean>> makers = IntStream.range(0, 4)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> ensure(LocalDate.of(1985, 7, 1 + i))))
			.toList();
		assertThat(makers.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
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

	/** Returns the plan without what was left out at run time. */
	private String plan(String sql, Object... parameters) {
		List<String> lines = this.jdbc.queryForList("explain (analyze, costs off, timing off, summary off) " + sql,
				String.class, parameters);
		return lines.stream().filter((line) -> !line.contains("never executed")).collect(Collectors.joining("\n"));
	}

	private static Set<String> touched(String plan) {
		return plan.lines()
			.flatMap((line) -> SCAN.matcher(line).results())
			.map((MatchResult match) -> match.group(1))
			.collect(Collectors.toSet());
	}

}
