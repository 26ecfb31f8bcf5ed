package io.kehu.migration.definition;

import java.util.Set;
import java.util.TreeSet;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class DefinitionApiTests {

	@Autowired
	private Steward steward;

	@Test
	void keepsEveryRevision() {
		HttpAnswer created = this.steward.http().post(Steward.PATH + "/definitions", """
				{"name": "Trim", "rules": [{"rule": "fill", "column": "a",
				 "method": {"method": "constant", "value": "x"}}]}""").expect(201);
		String path = created.header("Location");
		HttpAnswer changed = this.steward.http()
			.patch(path, created.etag(), "{\"rules\": [{\"rule\": \"dropColumn\", \"column\": \"a\"}]}")
			.expect(200);
		assertThat(changed.json().get("revision").asInt()).isEqualTo(2);
		this.steward.http().patch(path, created.etag(), "{\"name\": \"late\"}").expect(412);
		assertThat(this.steward.http().get(path + "/revisions/1").expect(200).json().at("/rules/0/rule").asString())
			.isEqualTo("fill");
		this.steward.http().get(path + "/revisions/3").expect(404);
		this.steward.http().delete(path).expect(204);
		this.steward.http().get(path).expect(404);
		assertThat(this.steward.http().get(path + "/revisions/2").expect(200).json().at("/rules/0/rule").asString())
			.isEqualTo("dropColumn");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"rule\": \"explode\"} | /rules/1/rule",
			"{\"rule\": \"dropColumn\"} | /rules/1/column",
			"{\"rule\": \"dropColumn\", \"column\": \"a\", \"colour\": 1} | /rules/1/colour",
			"{\"rule\": \"compute\", \"column\": \"a\", \"expression\": \"row.a +\"} | /rules/1/expression",
			"{\"rule\": \"filter\", \"keep\": {\"is\": \"matching\", \"column\": \"a\", \"pattern\": \"(\"}, \"action\": \"drop\", \"reason\": \"r\"} | /rules/1/keep",
			"{\"rule\": \"filter\", \"keep\": {\"is\": \"missing\", \"column\": \"a\"}, \"action\": \"EAT\", \"reason\": \"r\"} | /rules/1/action",
			"{\"rule\": \"outliers\", \"column\": \"a\", \"test\": {\"method\": \"hampel\", \"factor\": 3, \"window\": 4}, \"action\": \"flag\"} | /rules/1/test",
			"{\"rule\": \"standardise\", \"column\": \"a\", \"standard\": {\"form\": \"map\", \"values\": {\"x\": \"y\", \"y\": \"x\"}}, \"emptyProblems\": false} | /rules/1/standard" })
	void saysWhichRuleIsWrongAndWhere(String rule, String pointer) {
		JsonNode problem = this.steward.post("/definitions",
				"{\"name\": \"Bad\", \"rules\": [{\"rule\": \"dropColumn\", \"column\": \"a\"}, %s]}".formatted(rule),
				400);
		assertThat(problem.at("/errors/0/pointer").asString()).startsWith(pointer);
		assertThat(this.steward.get("/definitions").toString()).doesNotContain("\"Bad\"");
	}

	@Test
	void namesTheKindsThatItKnows() {
		String unknown = "{\"name\": \"Bad\", \"rules\": [{\"rule\": \"filter\", \"keep\": {\"is\": \"odd\"},"
				+ " \"action\": \"drop\", \"reason\": \"r\"}]}";

		JsonNode error = this.steward.post("/definitions", unknown, 400).at("/errors/0");

		assertThat(error.get("pointer").asString()).isEqualTo("/rules/0/keep/is");
		assertThat(error.get("message").asString()).contains("odd", "compared", "all", "any");
	}

	@Test
	void takesWhatIsOptionalAsUsual() {
		JsonNode created = this.steward.post("/definitions",
				"""
						{"name": "Sparse", "rules": [
						{"rule": "outliers", "column": "a", "test": {"method": "rolling_mean"}, "action": "rolling_median"},
						{"rule": "fill", "column": "a", "method": {"method": "nearest", "columns": [], "weighting": "uniform"}},
						{"rule": "standardise", "column": "a", "standard": {"form": "date", "order": "by_evidence"}},
						{"rule": "filter", "keep": {"is": "any", "conditions": [{"is": "missing", "column": "a"},
						{"is": "compared", "column": "a", "operator": "less", "value": "9"}]}, "action": "flag", "reason": "r"}]}""",
				201);

		assertThat(created.get("rules").size()).isEqualTo(4);
	}

	@Test
	void profilesADataSetAndAcceptsWhatIsProposed() {
		String set = this.steward.bring("dirty.csv", dirty());
		JsonNode job = this.steward
			.completed(this.steward.post("/profiles", "{\"dataSetId\": \"%s\"}".formatted(set), 201));
		assertThat(job.at("/result/rows").asLong()).isEqualTo(400);
		String profileId = job.get("id").asString();
		JsonNode profile = this.steward.get("/profiles/" + profileId);
		assertThat(profile.at("/profile/rows").asLong()).isEqualTo(400);
		HttpAnswer page = this.steward.http().get(Steward.PATH + "/profiles/" + profileId + "/report").expect(200);
		assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("dirty.csv");
		assertThat(page.header("Content-Security-Policy")).contains("sha256-");
		HttpAnswer definition = this.steward.http()
			.post(Steward.PATH + "/definitions", "{\"name\": \"Accepted\", \"rules\": []}")
			.expect(201);
		String etag = definition.etag();
		Set<String> kinds = new TreeSet<>();
		for (JsonNode proposal : profile.at("/profile/proposals")) {
			String body = "{\"profileId\": \"%s\", \"proposalIds\": [\"%s\"]}".formatted(profileId,
					proposal.get("id").asString());
			HttpAnswer accepted = this.steward.http()
				.with("If-Match", etag)
				.post(definition.header("Location") + "/proposals", body);
			kinds.add(proposal.get("kind").asString());
			if (proposal.get("kind").asString().equals("linkage")) {
				accepted.expect(400);
			}
			else {
				etag = accepted.expect(200).etag();
			}
		}
		assertThat(kinds).contains("standardise", "fill", "repeatedRows", "dropColumn");
		assertThat(this.steward.http().get(definition.header("Location")).json().get("rules").size())
			.isGreaterThanOrEqualTo(4);
		JsonNode run = this.steward
			.completed(this.steward.post("/runs", "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set,
					definition.json().get("id").asString()), 201));
		assertThat(run.at("/result/dropped/repeats an earlier row").asLong()).isEqualTo(repeated(profile));
	}

	private static long repeated(JsonNode profile) {
		return profile.at("/profile/proposals")
			.valueStream()
			.filter((proposal) -> proposal.get("kind").asString().equals("repeatedRows"))
			.mapToLong((proposal) -> proposal.get("affected").asLong())
			.sum();
	}

	private static String dirty() {
		StringBuilder csv = new StringBuilder("id,name,email,age,city,country,empty\n");
		for (int row = 0; row < 399; row++) {
			csv.append(row)
				.append(row % 7 == 0 ? ", Ada  Lovelace " : ",Grace Hopper")
				.append(row % 11 == 0 ? ",not an address" : ",g%d@example.org".formatted(row))
				.append(row % 13 == 0 ? "," : "," + (20 + row % 40))
				.append(row % 17 == 0 ? ",KÃ¶ln" : ",Berlin")
				.append(",DE,\n");
		}
		return csv.append("398,Grace Hopper,g398@example.org,58,Berlin,DE,\n").toString();
	}

}
