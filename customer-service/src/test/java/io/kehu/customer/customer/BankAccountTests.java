package io.kehu.customer.customer;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class BankAccountTests {

	private static final String PATH = "/api/v1/customers";

	private final String number = ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_000_000_000_000L) + "X";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcTemplate jdbc;

	private HttpProbe clear() {
		return this.anyone.as("customer:pii", "customer:read", "customer:write");
	}

	private HttpAnswer customer() {
		return clear().post(PATH, """
				{"kind": "company", "name": "Acme", "bankAccounts": [
				{"accountNumber": "de89 3704 0044 0532 0130 00", "bic": "cobadeffxxx", "holder": "Acme Holding"},
				{"accountNumber": "%s"}]}""".formatted(this.number)).expect(201);
	}

	@Test
	void areFoundByTheirExactNumberOnly() {
		HttpAnswer customer = customer();
		JsonNode account = customer.json().at("/bankAccounts/0");
		assertThat(account.get("accountNumber").asString()).isEqualTo("de89370400440532013000");
		assertThat(account.get("bic").asString()).isEqualTo("COBADEFFXXX");
		for (String spelling : new String[] { this.number, this.number.toLowerCase(Locale.ROOT) }) {
			assertThat(clear().get(PATH + "?bankAccount=" + spelling).expect(200).json().at("/items/0/id"))
				.isEqualTo(customer.json().get("id"));
		}
		clear().get(PATH + "?bankAccount[like]=" + this.number).expect(400);
		clear().get(PATH + "?sort=bankAccount").expect(400);
		assertThat(clear().get(PATH + "?bankAccount[null]=false&id=" + customer.json().get("id").asString())
			.expect(200)
			.json()
			.get("items")
			.size()).isEqualTo(1);
	}

	@Test
	void areMaskedAndKeptByMasks() {
		HttpAnswer customer = customer();
		String path = customer.header("Location");
		HttpProbe masked = this.anyone.as("customer:read", "customer:write");
		HttpAnswer seen = masked.get(path).expect(200);
		assertThat(seen.json().at("/bankAccounts/0/accountNumber").asString()).isEqualTo("***00");
		assertThat(seen.body()).doesNotContain(this.number);
		masked.get(PATH + "?bankAccount=" + this.number).expect(403);
		masked
			.patch(path, "*",
					"{\"bankAccounts\": %s, \"name\": \"Renamed\"}".formatted(seen.json().get("bankAccounts")))
			.expect(200);
		assertThat(clear().get(path).expect(200).json().get("bankAccounts"))
			.isEqualTo(customer.json().get("bankAccounts"));
		clear().patch(path, "*", "{\"bankAccounts\": []}").expect(200);
		assertThat(masked.get(path + "/history").expect(200).body()).doesNotContain(this.number);
		assertThat(clear().get(path + "/history").expect(200).body()).contains(this.number);
		assertThat(clear().get(PATH + "?bankAccount=" + this.number).expect(200).json().get("items").isEmpty())
			.isTrue();
	}

	@Test
	void areStoredSealedAndNotPublished(@Autowired EventProbe events) {
		HttpAnswer customer = customer();
		String id = customer.json().get("id").asString();
		JsonNode event = events.awaitExactly("kehu.customers", id, "io.kehu.customer.registered.v1").get(0).json();
		assertThat(event.at("/bankAccounts/0/bic").asString()).isEqualTo("COBADEFFXXX");
		assertThat(event.toString()).doesNotContain(this.number, "de89370400440532013000");
		assertThat(this.jdbc.queryForObject("select to_jsonb(r)::text from customer r where id = ?::uuid", String.class,
				id))
			.doesNotContain(this.number);
		assertThat(
				this.jdbc.queryForList("select changes::text from history where record_id = ?::uuid", String.class, id)
					.toString())
			.doesNotContain(this.number);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"accountNumber\": \"DE89370400440532013001\"}|/bankAccounts/0/accountNumber",
					"{\"accountNumber\": \"12\"}|/bankAccounts/0/accountNumber",
					"{\"accountNumber\": \"12345678\", \"bic\": \"X\"}|/bankAccounts/0/bic",
					"{\"accountNumber\": \"***78\"}|/bankAccounts/0/accountNumber",
					"{}|/bankAccounts/0/accountNumber" })
	void refusesWhatIsInvalid(String account, String pointer) {
		JsonNode refused = clear()
			.post(PATH, "{\"kind\": \"company\", \"name\": \"Acme\", \"bankAccounts\": [%s]}".formatted(account))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

}
