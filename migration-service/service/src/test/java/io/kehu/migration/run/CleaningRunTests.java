package io.kehu.migration.run;

import java.util.HashSet;
import java.util.Set;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class CleaningRunTests {

	private static final String RULES = """
			[{"rule": "standardise", "column": "email", "standard": {"form": "email"}, "emptyProblems": true},
			 {"rule": "filter", "keep": {"is": "compared", "column": "age", "operator": "at_least", "value": "18"},
			  "action": "drop", "reason": "a minor"},
			 {"rule": "outliers", "column": "spent", "test": {"method": "quartiles", "factor": 3, "window": 3},
			  "action": "flag"},
			 {"rule": "fill", "column": "spent", "method": {"method": "average", "average": "median", "by": []}},
			 {"rule": "compute", "column": "note", "expression": "\\"=\\" + row.id"}]""";

	@Autowired
	private Steward steward;

	/**
	 * 350 rows in four partitions: ages 10 to 59, every 25th without a figure, one far
	 * too high.
	 */
	private static String customers() {
		StringBuilder csv = new StringBuilder("id,email,age,spent\n");
		for (int row = 0; row < 350; row++) {
			String email = (row % 10 == 0) ? "nonsense" : "A%d@Example.ORG".formatted(row);
			String spent = (row % 25 == 0) ? "" : (row == 161) ? "99999" : Integer.toString(100 + row % 20);
			csv.append("%d,%s,%d,%s\n".formatted(row, email, 10 + row % 50, spent));
		}
		return csv.toString();
	}

	private String definition(String rules) {
		return this.steward.post("/definitions", "{\"name\": \"Clean\", \"rules\": %s}".formatted(rules), 201)
			.get("id")
			.asString();
	}

	private JsonNode run(String set, String definition) {
		return this.steward.completed(this.steward.post("/runs",
				"{\"dataSetId\": \"%s\", \"definitionId\": \"%s\", \"seed\": 7}".formatted(set, definition), 201));
	}

	@Test
	void cleansAndAccountsForEveryRowAndEveryChange() {
		String set = this.steward.bring("customers.csv", customers());
		JsonNode job = run(set, definition(RULES));
		JsonNode result = job.get("result");
		assertThat(result.get("read").asLong()).isEqualTo(350);
		assertThat(result.at("/dropped/a minor").asLong()).isEqualTo(56);
		assertThat(result.get("kept").asLong()).isEqualTo(294);
		assertThat(job.at("/progress/percent").asDouble()).isEqualTo(100);
		JsonNode clean = this.steward.get("/data-sets/" + result.get("dataSetId").asString());
		assertThat(clean.get("rows").asLong()).isEqualTo(294);
		assertThat(clean.get("columns").toString()).isEqualTo("[\"id\",\"email\",\"age\",\"spent\",\"note\"]");
		assertThat(clean.get("parentId").asString()).isEqualTo(set);
		JsonNode first = this.steward.get("/data-sets/%s/rows?limit=1".formatted(clean.get("id").asString()));
		assertThat(first.at("/items/0").toString())
			.isEqualTo("{\"line\":10,\"values\":[\"8\",\"a8@example.org\",\"18\",\"108\",\"=8\"]}");
		String run = "/runs/" + job.get("id").asString();
		JsonNode filled = this.steward.get(run + "/changes?kind=filled&column=spent&limit=200");
		assertThat(filled.get("items").size()).isEqualTo(7);
		assertThat(filled.at("/items/0/values/6").asString()).isEqualTo("median");
		assertThat(filled.at("/items/0/values/0").asString()).isEqualTo("4");
		JsonNode flagged = this.steward.get(run + "/changes?kind=flagged&rule=3");
		assertThat(flagged.get("items").size()).isEqualTo(1);
		assertThat(flagged.at("/items/0/line").asLong()).isEqualTo(163);
		assertThat(flagged.at("/items/0/values").toString())
			.isEqualTo("[\"3\",\"outliers\",\"spent\",\"flagged\",\"99999\",null,\"spent: outlier by quartiles\"]");
		this.steward.http().get(Steward.PATH + run + "/changes?kind=eaten").expect(400);
		assertThat(this.steward.http()
			.get(Steward.PATH + run + "/changes?rule=x")
			.expect(400)
			.json()
			.at("/errors/0/parameter")
			.asString()).isEqualTo("rule");
		assertThat(result.at("/fills/0/methods").size()).isGreaterThan(4);
		assertThat(result.at("/fills/0/methods/0").has("rootMeanSquare")).isTrue();
	}

	@Test
	void namesTheKeysOfRowsThatRepeatOthers() {
		StringBuilder rows = new StringBuilder("no,name\n");
		for (int row = 0; row < 250; row++) {
			rows.append("k%d,%s\n".formatted(row, (row == 210) ? "Name 7" : "Name " + row));
		}
		JsonNode job = run(this.steward.bring("repeated.csv", rows.toString()), definition("""
				[{"rule": "repeatedRows", "columns": ["name"], "action": "drop", "keyColumn": "no"}]"""));
		assertThat(job.at("/result/kept").asInt()).isEqualTo(249);
		JsonNode changes = this.steward.get("/runs/%s/changes".formatted(job.get("id").asString()));
		assertThat(changes.get("items").toString()).isEqualTo("[{\"line\":212,\"values\":[\"1\",\"repeatedRows\",null,"
				+ "\"dropped\",\"k210\",\"k7\",\"repeats an earlier row\"]}]");
	}

	@Test
	void samplesAndExportsTheDifference() {
		String set = this.steward.bring("customers.csv", customers());
		JsonNode job = run(set, definition(RULES));
		String changes = Steward.PATH + "/runs/" + job.get("id").asString() + "/changes";
		JsonNode sample = this.steward.http().get(changes + "/sample?size=20&seed=3").expect(200).json();
		assertThat(sample.get("items").size()).isEqualTo(20);
		assertThat(this.steward.http().get(changes + "/sample?size=20&seed=3").json()).isEqualTo(sample);
		assertThat(this.steward.http().get(changes + "/sample?size=20&seed=4").json()).isNotEqualTo(sample);
		String csv = this.steward.http().get(changes + "/export?column=note").expect(200).body();
		assertThat(csv.lines().count()).isEqualTo(295);
		assertThat(csv).contains(",'=8,").doesNotContain(",=8,");
	}

	@Test
	void givesTheSameAgainAndIsAccepted() {
		String set = this.steward.bring("customers.csv", customers());
		String definition = definition(RULES);
		JsonNode one = run(set, definition);
		JsonNode other = run(set, definition);
		assertThat(export(one)).isEqualTo(export(other)).hasSize(295);
		String accept = "/runs/" + other.get("id").asString() + "/accept";
		JsonNode accepted = this.steward.post(accept, "", 200);
		assertThat(accepted.get("approvedBy").asString()).isEqualTo("tester");
		assertThat(this.steward.get("/data-sets/" + one.at("/result/dataSetId").asString()).has("approvedAt"))
			.isFalse();
	}

	private Set<String> export(JsonNode job) {
		return new HashSet<>(this.steward.http()
			.get(Steward.PATH + "/data-sets/%s/export".formatted(job.at("/result/dataSetId").asString()))
			.expect(200)
			.body()
			.lines()
			.toList());
	}

	@Test
	void keepsKeysThatExistElsewhere() {
		String known = this.steward.bring("known.csv", "key\n1\n3\n");
		String set = this.steward.bring("orders.csv", "order,customer\na,1\nb,2\nc,3\n");
		String definition = definition("""
				[{"rule": "filter", "keep": {"is": "existing", "column": "customer", "reference": "customers"},
				  "action": "drop", "reason": "unknown customer"}]""");
		String body = "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\", \"references\": %s}";
		JsonNode problem = this.steward.post("/runs", body.formatted(set, definition, "{}"), 400);
		assertThat(problem.at("/errors/0/code").asString()).isEqualTo("unsuitable_rule");
		JsonNode job = this.steward.completed(
				this.steward.post("/runs",
						body.formatted(set, definition,
								"{\"customers\": {\"dataSetId\": \"%s\", \"column\": \"key\"}}".formatted(known)),
						201));
		assertThat(job.at("/result/dropped/unknown customer").asLong()).isEqualTo(1);
	}

	@Test
	void saysWhyARunCannotBe() {
		String set = this.steward.bring("customers.csv", customers());
		String definition = definition("[{\"rule\": \"dropColumn\", \"column\": \"colour\"}]");
		String body = "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}";
		assertThat(this.steward.post("/runs", body.formatted(set, definition), 400).at("/errors/0/message").asString())
			.contains("colour");
		String typo = definition("[{\"rule\": \"compute\", \"column\": \"x\", \"expression\": \"row.colour\"}]");
		assertThat(this.steward.post("/runs", body.formatted(set, typo), 400).at("/errors/0/message").asString())
			.isEqualTo("rule 1: No column colour");
		String nowhere = "00000000-0000-7000-8000-000000000000";
		assertThat(
				this.steward.post("/runs", body.formatted(nowhere, definition), 400).at("/errors/0/pointer").asString())
			.isEqualTo("/dataSetId");
		String unfit = definition("[{\"rule\": \"fill\", \"column\": \"email\", \"method\": {\"method\": \"average\","
				+ " \"average\": \"mean\", \"by\": []}}]");
		JsonNode failed = this.steward
			.ended(this.steward.post("/runs", body.formatted(set, unfit), 201).get("id").asString());
		assertThat(failed.get("status").asString()).isEqualTo("failed");
		assertThat(failed.get("error").asString()).startsWith("Rule 1: ");
		this.steward.http().get(Steward.PATH + "/runs/" + failed.get("id").asString() + "/changes").expect(409);
	}

}
