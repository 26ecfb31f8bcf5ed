package io.kehu.migration.live;

import java.util.List;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Live customers, files of people, and a steward who brings them together.
 */
@MigrationTest
abstract class LiveMigrationFixture {

	private static final List<String> NAMES = List.of("Ada Lovelace", "Grace Hopper", "Alan Turing", "Emmy Noether",
			"Carl Gauss", "Sofia Kovalevskaya", "Kurt Godel", "Mary Somerville", "Leonhard Euler", "Hedy Lamarr",
			"Niels Abel", "Evariste Galois", "Maryam Mirzakhani", "George Boole", "Augusta Byron", "Blaise Pascal",
			"Maria Agnesi", "Rene Descartes", "Hypatia Theon", "Pierre Fermat");

	static final String CONFIRMED = """
			{"systems": {"old crm": "old"}, "confirmed": {"changed": 40, "merged": 0}}""";

	@Autowired
	Steward steward;

	@Autowired
	HttpProbe anyone;

	@Autowired
	CustomerServiceStandIn customers;

	HttpProbe http;

	@BeforeEach
	void signIn() {
		this.customers.clear();
		this.http = this.anyone.as("migration:read", "migration:write", "customer:read", "customer:pii",
				"customer:write", "customer:delete");
	}

	static String given(int person) {
		return NAMES.get(person % NAMES.size()).split(" ")[0] + ((person < NAMES.size()) ? "" : "o");
	}

	static String family(int person) {
		return NAMES.get((person * 7) % NAMES.size()).split(" ")[1] + ((person < NAMES.size()) ? "" : "sen");
	}

	static String email(int person) {
		return "%s.%s%d@example.org".formatted(given(person), family(person), person);
	}

	static String birthday(int person) {
		return "19%02d-%02d-%02d".formatted(40 + (person * 13) % 50, 1 + person % 12, 1 + (person * 5) % 28);
	}

	String live(int person) {
		return this.customers.add("""
				"name": "%1$s %2$s", "givenName": "%1$s", "familyName": "%2$s", "birthDate": "%3$s",
				"emails": [{"address": "%4$s", "primary": true}],
				"addresses": [{"line1": "%5$d Main Street", "city": "Town %6$d", "country": "GB"}]"""
			.formatted(given(person), family(person), birthday(person), email(person), 10 + person, person % 9));
	}

	static String row(String key, int person, String phone) {
		return String.join(",", key, given(person), family(person), birthday(person), email(person), phone,
				(10 + person) + " Main Street", "Town " + person % 9, "GB", "x") + "\n";
	}

	JsonNode steward(String path, String body, int status) {
		return this.http.post(Steward.PATH + path, body).expect(status).json();
	}

	JsonNode fetched() {
		JsonNode job = this.steward.completed(steward("/live-customers", "{}", 201));
		return this.steward.get("/data-sets/" + job.get("dataSetId").asString());
	}

	String file(String rows) {
		return this.steward.bring("old crm",
				"no,given_name,surname,birth_date,email,phone,street,city,country,colour\n" + rows);
	}

	JsonNode linked(String sources) {
		return this.steward.completed(steward("/linkages", "{\"sources\": [%s]}".formatted(sources), 201));
	}

	JsonNode applied(JsonNode linkage, String body) {
		String path = "/linkages/%s/applications".formatted(linkage.get("id").asString());
		steward(path, body, 409);
		this.http.post(Steward.PATH + "/data-sets/%s/approve".formatted(linkage.at("/result/dataSetId").asString()),
				"");
		return this.steward.completed(steward(path, body, 201));
	}

	JsonNode undone(JsonNode application) {
		return this.steward
			.completed(steward("/applications/%s/undo".formatted(application.get("id").asString()), "", 201));
	}

	/** A linkage of a file of 40 people with 40 live customers, 20 of them the same. */
	JsonNode halfKnown() {
		for (int person = 0; person < 40; person++) {
			live(person);
		}
		String set = fetched().get("id").asString();
		StringBuilder rows = new StringBuilder();
		for (int person = 20; person < 60; person++) {
			rows.append(row("k" + person, person, "+4930123%04d".formatted(person)));
		}
		return linked("""
				{"dataSetId": "%s", "name": "old crm", "keyColumn": "no"}, {"dataSetId": "%s", "name": "live"}"""
			.formatted(file(rows.toString()), set));
	}

}
