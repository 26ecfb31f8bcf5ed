package io.kehu.customer.customer;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.personal.SealedHistory;
import io.kehu.platform.sealing.SealedColumn;
import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ValueSearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows of customers that were stored before tax numbers were sealed, or with a former
 * key.
 */
@CustomerServiceTest
class SealedRowsTests {

	private static final String PATH = "/api/v1/customers";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private SealedRows rows;

	@Autowired
	private Sealing sealing;

	@Autowired
	private JsonMapper json;

	@Autowired
	private ObjectProvider<SealedPlace> places;

	private HttpProbe http;

	private String tax;

	private String request;

	private HttpAnswer customer;

	@BeforeEach
	void register() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "customer:pii");
		this.tax = "TX" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		this.request = UUID.randomUUID().toString();
		this.customer = register("A");
		HttpAnswer other = register("B");
		this.http.with("If-Match", "*")
			.post(this.customer.header("Location") + "/merges",
					"{\"merged\": [{\"id\": \"%s\"}]}".formatted(other.json().get("id").asString()))
			.expect(201);
	}

	private HttpAnswer register(String suffix) {
		return this.http.with("Idempotency-Key", this.request + suffix)
			.post(PATH, "{\"kind\": \"company\", \"name\": \"N\", \"taxNumber\": \"%s\"}".formatted(this.tax + suffix))
			.expect(201);
	}

	@AfterEach
	void sealWithThePresentKey() {
		seal(keys(1, 2));
	}

	private Sealing keys(int... numbers) {
		List<String> keys = Arrays.stream(numbers).mapToObj((number) -> key(number, "kehu.sealing.keys")).toList();
		List<String> index = Arrays.stream(numbers)
			.mapToObj((number) -> key(number, "kehu.sealing.index-keys"))
			.toList();
		return Sealing.of(keys, index);
	}

	private static String key(int number, String property) {
		byte[] bytes = new byte[32];
		Arrays.fill(bytes, (byte) property.length());
		return (number == 1) ? Objects.requireNonNull(Infrastructure.SEALING.get(property))
				: number + ":" + Base64.getEncoder().encodeToString(bytes);
	}

	private long seal(Sealing keys) {
		SealedPlace column = new SealedColumn(this.rows, keys, "customer", "tax_number", "taxNumber");
		SealedPlace history = new SealedHistory(this.rows, new SealedCopies(keys), this.json, "customer",
				CustomerView.class);
		return column.seal() + history.seal();
	}

	@Test
	void areSealedAgainAfterAChangeOfTheKeys() {
		assertThat(seal(keys(2, 1))).isGreaterThanOrEqualTo(4);
		assertThat(seal(keys(2, 1))).isZero();
		assertThat(this.jdbc.queryForObject(
				"select count(*) from customer where tax_number is not null and get_byte(tax_number, 3) <> 2",
				Long.class))
			.isZero();
		assertThat(ValueSearch.tablesWith(this.database, "sealed:1:")).doesNotContain("public.history");
		assertThat(seal(keys(1, 2))).isGreaterThanOrEqualTo(4);
		readsEverything();
	}

	private void readsEverything() {
		String path = this.customer.header("Location");
		assertThat(this.http.get(PATH + "?taxNumber=" + this.tax + "A").expect(200).body()).contains(this.tax + "A");
		assertThat(this.http.get(path + "/history").expect(200).json().at("/items/0/changes").toString())
			.contains("\"%sA\"".formatted(this.tax));
	}

	@Test
	void areSealedIfTheyAreInClear() {
		String id = this.customer.json().get("id").asString();
		this.jdbc.execute("alter table customer add column tax_number_clear text");
		this.jdbc.update("update customer set tax_number = null, tax_number_clear = ? where id = ?::uuid",
				this.tax + "A", id);
		this.jdbc.update("update history set changes = '{\"taxNumber\": [null, \"%sA\"]}'".formatted(this.tax)
				+ " where record_id = ?::uuid and version = 0", id);
		this.jdbc.update("update customer_merge_step set before = before || jsonb_build_object('taxNumber', ?)"
				+ " where customer_id = ?::uuid", this.tax + "A", id);
		this.jdbc.update("update idempotent_answer set body = ? where key = ?", this.customer.body(),
				this.request + "A");
		assertThat(ValueSearch.tablesWith(this.database, this.tax)).containsExactly("public.customer",
				"public.customer_merge_step", "public.history", "public.idempotent_answer");
		seal(this.sealing);
		this.places.orderedStream().forEach(SealedPlace::seal);
		assertThat(this.jdbc.queryForObject("select count(*) from customer where tax_number is null and id = ?::uuid",
				Long.class, id))
			.isZero();
		assertThat(ValueSearch.tablesWith(this.database, this.tax)).isEmpty();
		readsEverything();
		assertThat(register("A").body()).isEqualTo(this.customer.body());
	}

}
