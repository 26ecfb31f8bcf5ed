package io.kehu.migration.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Merges records whose addresses are in columns of other names.
 */
@MigrationTest
class MergedAddressTests {

	private static final List<String> NAMES = List.of("Ada", "Bert", "Cleo", "Dora", "Emil", "Fritz", "Gerd", "Hanna",
			"Iris", "Jan");

	private static final int MOVED = 5;

	@Autowired
	private Steward steward;

	private static String name(int person) {
		return NAMES.get(person % 10) + " " + NAMES.get(person / 10) + "son";
	}

	private static String birthDate(int person) {
		return "19%02d-%02d-%02d".formatted(40 + person, 1 + person % 12, 1 + person % 28);
	}

	@Test
	void anAddressIsCompletedButNeverMixed() {
		StringBuilder known = new StringBuilder("id,name,birthDate,email,line1,city\n");
		StringBuilder file = new StringBuilder("no,name,date of birth,mail,street,PLZ,city\n");
		for (int person = 0; person < 50; person++) {
			known.append("k%d,%s,%s,p%d@mail.example,Weg %d,Berlin\n".formatted(person, name(person), birthDate(person),
					person, person));
			if (person < 20) {
				file.append("n%d,%s,%s,p%d@mail.example,%s\n".formatted(person, name(person), birthDate(person), person,
						(person < MOVED) ? "Elbweg 2,20095,Hamburg" : "Weg %d,10115,Berlin".formatted(person)));
			}
		}
		JsonNode job = this.steward.completed(this.steward.post("/linkages",
				"""
						{"sources": [{"dataSetId": "%s", "name": "old", "keyColumn": "no"},
						  {"dataSetId": "%s", "name": "known", "keyColumn": "id", "known": true}]}""".formatted(
						this.steward.bring("old.csv", file.toString()),
						this.steward.bring("known.csv", known.toString())),
				201));

		assertThat(job.at("/result/merged").asLong()).isEqualTo(20);
		Map<String, Map<String, String>> rows = rows(job.at("/result/dataSetId").asString());
		assertThat(rows.get("k0")).containsEntry("line1", "Weg 0")
			.containsEntry("city", "Berlin")
			.doesNotContainKeys("street", "PLZ");
		assertThat(rows.get("k7")).containsEntry("street", "Weg 7")
			.containsEntry("PLZ", "10115")
			.containsEntry("city", "Berlin");
		assertThat(this.steward.get("/linkages/%s/lineage?limit=200".formatted(job.get("id").asString()))
			.get("items")
			.valueStream()
			.map((row) -> row.get("values"))
			.filter((row) -> row.get(1).asString().equals("PLZ") && row.get(2).isNull())
			.map((row) -> row.get(6).asString()))
			.containsExactlyInAnyOrder("[\"20095\"]", "[\"20095\"]", "[\"20095\"]", "[\"20095\"]", "[\"20095\"]");
	}

	private Map<String, Map<String, String>> rows(String set) {
		JsonNode page = this.steward.get("/data-sets/%s/rows?limit=200".formatted(set));
		Map<String, Map<String, String>> rows = new HashMap<>();
		for (JsonNode item : page.get("items")) {
			Map<String, String> values = new HashMap<>();
			for (int column = 0; column < page.get("columns").size(); column++) {
				if (!item.at("/values/" + column).isNull()) {
					values.put(page.at("/columns/" + column).asString(), item.at("/values/" + column).asString());
				}
			}
			rows.put(String.valueOf(values.get("id")), values);
		}
		return rows;
	}

}
