package io.kehu.migration.match;

import java.util.List;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Decides on records without keys.
 */
@MigrationTest
class NumberedDecisionTests {

	private static final List<String> ROWS = List.of("1,Anna Roe,Lund", "2,Anna Roe,Lunde", "3,Bob Doe,Kiel",
			"4,Cleo Poe,Bonn", "5,Dan Loe,Trier");

	@Autowired
	private Steward steward;

	private String bring(String... rows) {
		return this.steward.bring("numbered.csv", "no,name,city\n" + String.join("\n", rows) + "\n");
	}

	private JsonNode link(String set, String more) {
		return this.steward.completed(this.steward.post("/linkages", """
				{"sources": [{"dataSetId": "%s"%s}], "roles": {"no": "ignored"},
				 "matchProbability": 0.9999, "reviewProbability": 0.0001}""".formatted(set, more), 201));
	}

	private static String id(JsonNode job) {
		return job.get("id").asString();
	}

	private JsonNode decide(JsonNode job, boolean same) {
		return this.steward.http()
			.put(Steward.PATH + "/linkages/%s/review/1/decision".formatted(id(job)), "{\"same\": %s}".formatted(same))
			.expect(200)
			.json();
	}

	private JsonNode pair(JsonNode job) {
		return this.steward.get("/linkages/%s/review/1".formatted(id(job)));
	}

	@Test
	void aDecisionOnNumberedRecordsHoldsForTheirDataSetAlone() {
		String set = bring(ROWS.toArray(String[]::new));
		JsonNode first = link(set, "");
		JsonNode decided = decide(first, true);
		assertThat(decided.at("/left").toString())
			.isEqualTo("{\"source\":\"numbered.csv\",\"key\":\"1\",\"numbered\":true}");
		assertThat(decided.get("decision").asString()).isEqualTo("same");

		assertThat(link(set, "").at("/result/kept").asLong()).isEqualTo(4);
		String sorted = bring(ROWS.get(2), ROWS.get(3), ROWS.get(0), ROWS.get(1), ROWS.get(4));
		JsonNode other = link(sorted, "");
		assertThat(other.at("/result/kept").asLong()).isEqualTo(5);
		assertThat(pair(other).has("decision")).isFalse();
		assertThat(pair(first).get("decision").asString()).isEqualTo("same");

		this.steward.http().delete(Steward.PATH + "/linkages/%s/review/1/decision".formatted(id(first))).expect(204);
		assertThat(pair(first).has("decision")).isFalse();
	}

	@Test
	void aDecisionOnKeysHoldsForLaterDataSets() {
		String source = ", \"name\": \"keyed\", \"keyColumn\": \"no\"";
		JsonNode first = link(bring(ROWS.toArray(String[]::new)), source);
		assertThat(decide(first, true).at("/left/numbered").asBoolean()).isFalse();

		String sorted = bring(ROWS.get(2), ROWS.get(3), ROWS.get(1), ROWS.get(0), ROWS.get(4));

		assertThat(link(sorted, source).at("/result/kept").asLong()).isEqualTo(4);
	}

	@Test
	void aSourceWithoutKeysIsNotTheOneOfTheSameNameWithKeys() {
		JsonNode keyed = link(bring(ROWS.toArray(String[]::new)), ", \"keyColumn\": \"no\"");
		decide(keyed, true);

		assertThat(link(bring(ROWS.toArray(String[]::new)), "").at("/result/kept").asLong()).isEqualTo(5);
	}

}
