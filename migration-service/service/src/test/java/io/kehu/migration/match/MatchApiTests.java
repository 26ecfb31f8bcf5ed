package io.kehu.migration.match;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class MatchApiTests {

	@Autowired
	private Steward steward;

	/** 450 rows, of which every third repeats the one before. */
	private static String repeating() {
		StringBuilder csv = new StringBuilder("name,city\n");
		for (int row = 0; row < 450; row++) {
			int said = (row % 3 == 2) ? row - 1 : row;
			csv.append("Customer %d,City %d\n".formatted(said, said % 7));
		}
		return csv.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "hash", "sort" })
	void leavesOutRowsThatRepeatOthers(String method) {
		String set = this.steward.bring("repeating.csv", repeating());
		JsonNode job = this.steward.completed(this.steward.post("/deduplications",
				"{\"sources\": [{\"dataSetId\": \"%s\"}], \"method\": \"%s\"}".formatted(set, method), 201));
		JsonNode result = job.get("result");
		assertThat(result.get("read").asLong()).isEqualTo(450);
		assertThat(result.get("merged").asLong()).isEqualTo(150);
		assertThat(result.get("kept").asLong()).isEqualTo(300);
		assertThat(this.steward.get("/data-sets/" + result.get("dataSetId").asString()).get("rows").asLong())
			.isEqualTo(300);
		JsonNode duplicates = this.steward
			.get("/deduplications/%s/duplicates?limit=2".formatted(job.get("id").asString()));
		assertThat(duplicates.at("/items/0").toString())
			.isEqualTo("{\"line\":4,\"values\":[\"repeating.csv\",\"3\",\"repeating.csv\",\"2\",\"1\",null,null]}");
	}

	@Test
	void findsDuplicatesAcrossFilesByTheirCommonColumns() {
		String one = this.steward.bring("one.csv", "mail,name\na@x.org,Ada\nb@x.org,Bob\n");
		String other = this.steward.bring("other.csv", "id,mail\n1,b@x.org\n2,c@x.org\n");
		String body = "{\"sources\": [{\"dataSetId\": \"%s\"}, {\"dataSetId\": \"%s\"}], \"columns\": [\"%s\"]}";
		JsonNode problem = this.steward.post("/deduplications", body.formatted(one, other, "colour"), 400);
		assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/columns/0");
		JsonNode job = this.steward
			.completed(this.steward.post("/deduplications", body.formatted(one, other, "mail"), 201));
		JsonNode rows = this.steward.get("/data-sets/%s/rows".formatted(job.at("/result/dataSetId").asString()));
		assertThat(rows.get("columns").toString()).isEqualTo("[\"mail\",\"name\",\"id\"]");
		assertThat(rows.get("items").size()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"hash\"", "\"sort\"", "\"neighbourhood\", \"passes\": [[\"mail\"]]" })
	void namesTheKeysOfTheRowsThatAreRemovedAndKept(String method) {
		String one = this.steward.bring("one.csv", "no,mail\nk1,alpha@x.org\n,bravo@x.org\nk3,gamma@x.org\n");
		String other = this.steward.bring("other.csv",
				"mail,id\nbravo@x.org,7\ngamma@x.org,8\ngamma@x.org,9\nzeta@x.org,10\n");
		String body = """
				{"sources": [{"dataSetId": "%s", "keyColumn": "no"}, {"dataSetId": "%s", "keyColumn": "id"}],
				 "columns": ["mail"], "method": %s}""".formatted(one, other, method);
		JsonNode job = this.steward.completed(this.steward.post("/deduplications", body, 201));
		String duplicates = "/deduplications/%s/duplicates".formatted(job.get("id").asString());
		assertThat(this.steward.get(duplicates)
			.get("items")
			.valueStream()
			.map((row) -> row.get("values").toString())
			.map((row) -> row.replace("1.0000", "1")))
			.containsExactly("[\"other.csv\",\"1\",\"one.csv\",\"2\",\"1\",\"7\",null]",
					"[\"other.csv\",\"2\",\"one.csv\",\"3\",\"1\",\"8\",\"k3\"]",
					"[\"other.csv\",\"3\",\"one.csv\",\"3\",\"1\",\"9\",\"k3\"]");
		assertThat(export(duplicates, "csv").lines().toList().get(0))
			.isEqualTo("line,source,record,keptSource,keptRecord,likeness,key,keptKey");
	}

	private String export(String path, String format) {
		return this.steward.http().get(Steward.PATH + path + "/export?format=" + format).expect(200).body();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"hash\"", "\"sort\"", "\"neighbourhood\", \"passes\": [[\"email\"]]" })
	void repeatsNobodyWithoutAKey(String method) {
		String set = this.steward.bring("keys.csv",
				"id,name,email\n1,Anna,\n2,Bob,\n3,Eve,\n4,Ida,i@x.org\n5,Ida,i@x.org\n6,Cid,n/a\n7,Dan,N/A\n");

		JsonNode job = this.steward.completed(this.steward.post("/deduplications",
				"{\"sources\": [{\"dataSetId\": \"%s\"}], \"columns\": [\"email\"], \"method\": %s}".formatted(set,
						method),
				201));

		assertThat(job.at("/result/kept").asLong()).isEqualTo(6);
		assertThat(job.at("/result/merged").asLong()).isEqualTo(1);
	}

	@Test
	void findsRowsThatAreNearlyTheSameAmongNeighbours() {
		String set = this.steward.bring("near.csv", """
				id,name,city
				1,Ada Lovelace,London
				2,Grace Hopper,New York
				3,Ada Lovelace,London
				4,Ada Lovelacee,Londn
				5,Alan Turing,Wilmslow
				""");
		String body = "{\"sources\": [{\"dataSetId\": \"%s\"}], \"columns\": [\"name\", \"city\"], %s}";
		JsonNode job = this.steward.completed(this.steward.post("/deduplications", body.formatted(set,
				"\"method\": \"neighbourhood\", \"passes\": [[\"name\"], [\"city\", \"name\"]], \"likeness\": 0.93"),
				201));
		assertThat(job.at("/result/kept").asLong()).isEqualTo(3);
		assertThat(job.at("/result/merged").asLong()).isEqualTo(2);
		JsonNode found = this.steward.get("/deduplications/%s/duplicates".formatted(job.get("id").asString()));
		assertThat(found.get("columns").toString()).contains("likeness");
		assertThat(found.at("/items/0/values/1").asString()).isEqualTo("3");
		assertThat(found.at("/items/0/values/3").asString()).isEqualTo("1");
		assertThat(found.at("/items/1/values/3").asString()).isEqualTo("1");
		assertThat(found.at("/items/1/values/4").asDouble()).isBetween(0.93, 0.999);
		assertThat(deduplicationPointer(body.formatted(set, "\"method\": \"neighbourhood\""))).isEqualTo("/passes");
		assertThat(deduplicationPointer(body.formatted(set, "\"passes\": [[\"name\"]]"))).isEqualTo("/passes");
		assertThat(deduplicationPointer(
				body.formatted(set, "\"method\": \"neighbourhood\", \"passes\": [[\"name\", \"colour\"]]")))
			.isEqualTo("/passes/0/1");
		assertThat(deduplicationPointer(
				body.formatted(set, "\"method\": \"neighbourhood\", \"passes\": [[\"name\"]], \"window\": 1")))
			.isEqualTo("/window");
	}

	@Test
	void findsNeighboursOfSeveralFilesWhereverTheRowsAreCut() {
		String one = this.steward.bring("first.csv", named(0, 330, ""));
		String other = this.steward.bring("second.csv", named(300, 450, "x"));
		String none = this.steward.bring("third.csv", "name\n");
		String body = """
				{"sources": [{"dataSetId": "%s"}, {"dataSetId": "%s"}, {"dataSetId": "%s"}],
				 "method": "neighbourhood", "passes": [["name"]], "likeness": 0.97, "window": 3}""";

		JsonNode job = this.steward
			.completed(this.steward.post("/deduplications", body.formatted(one, none, other), 201));

		assertThat(job.at("/result/read").asLong()).isEqualTo(480);
		assertThat(job.at("/result/merged").asLong()).isEqualTo(30);
		JsonNode found = this.steward.get("/deduplications/%s/duplicates?limit=50".formatted(job.get("id").asString()));
		assertThat(found.at("/items").valueStream().map((row) -> row.get("values").toString()))
			.allMatch((row) -> row.startsWith("[\"second.csv\",") && row.contains("\"first.csv\""))
			.hasSize(30);
		assertThat(found.at("/items/29/values/1").asString()).isEqualTo("30");
		assertThat(found.at("/items/29/values/3").asString()).isEqualTo("330");
	}

	/** Names that are nothing like each other. */
	private static String named(int from, int to, String ending) {
		return IntStream.range(from, to)
			.mapToObj((row) -> Long.toString(new SplittableRandom(row).nextLong(Long.MAX_VALUE), 36) + ending)
			.collect(Collectors.joining("\n", "name\n", "\n"));
	}

	private String deduplicationPointer(String body) {
		return this.steward.post("/deduplications", body, 400).at("/errors/0/pointer").asString();
	}

	private static final List<String> PERSONS = persons();

	private static List<String> persons() {
		return SampleCsv.lines(600, 11);
	}

	@Test
	void linksExplainsAndRemembersDecisions() {
		String set = this.steward.bring("persons", String.join("\n", PERSONS) + "\n");
		String body = """
				{"sources": [{"dataSetId": "%s", "name": "linked persons", "keyColumn": "%s"}],
				 "matchProbability": 0.999, "reviewProbability": 0.001}""".formatted(set, PERSONS.get(0).split(",")[0]);
		JsonNode first = this.steward.completed(this.steward.post("/linkages", body, 201));
		JsonNode result = first.get("result");
		assertThat(result.get("read").asLong()).isEqualTo(PERSONS.size() - 1);
		assertThat(result.get("merged").asLong()).isPositive();
		assertThat(result.get("kept").asLong() + result.get("merged").asLong()).isEqualTo(PERSONS.size() - 1);
		String linkage = "/linkages/" + first.get("id").asString();
		JsonNode clusters = this.steward.get(linkage + "/clusters?limit=2");
		assertThat(clusters.at("/items/0/values/0").asString()).isEqualTo("1");
		assertThat(this.steward.get(linkage + "/lineage?limit=5").get("items").size()).isEqualTo(5);
		JsonNode pair = this.steward.get(linkage + "/review").at("/items/0");
		double running = pair.at("/explanation/prior").asDouble();
		for (JsonNode step : pair.at("/explanation/steps")) {
			running += step.get("weight").asDouble();
			assertThat(step.get("running").asDouble()).isCloseTo(running, org.assertj.core.data.Offset.offset(1e-9));
		}
		assertThat(pair.at("/explanation/total").asDouble()).isCloseTo(running,
				org.assertj.core.data.Offset.offset(1e-9));
		HttpAnswer picture = this.steward.http().get(Steward.PATH + linkage + "/review/1/waterfall").expect(200);
		assertThat(picture.body()).startsWith("<svg");
		assertThat(this.steward.http().get(Steward.PATH + linkage + "/report").expect(200).body())
			.contains("Linkage of linked persons");
		JsonNode decided = this.steward.http()
			.put(Steward.PATH + linkage + "/review/1/decision", "{\"same\": true}")
			.expect(200)
			.json();
		assertThat(decided.get("decision").asString()).isEqualTo("same");
		List<String> review = export(linkage + "/review", "csv").lines().toList();
		assertThat(review.get(0)).startsWith("number,leftSource,").endsWith(",decision");
		assertThat(review.get(1)).startsWith("1,").endsWith(",same");
		assertThat(review).hasSize(1 + result.get("review").asInt());
		assertThat(export(linkage + "/clusters", "ndjson").lines().findFirst().orElseThrow()).startsWith("{\"line\":")
			.contains("\"cluster\":\"1\",\"source\":\"linked persons\"");
		assertThat(export(linkage + "/matches", "csv")).startsWith("line,source,key,knownSource");
		assertThat(export(linkage + "/lineage", "csv")).startsWith("line,cluster,column,value");
		String exported = Steward.PATH + linkage + "/clusters/export";
		this.steward.http().get(exported + "?format=xml").expect(400);
		HttpProbe spreadsheet = this.steward.http().with("Accept", "text/csv");
		spreadsheet.get(exported).expect(200);
		spreadsheet.get(exported + "?format=ndjson").expect(406);
		JsonNode second = this.steward.completed(this.steward.post("/linkages", body, 201));
		assertThat(second.at("/result/kept").asLong()).isLessThan(result.get("kept").asLong());
		this.steward.http().put(Steward.PATH + linkage + "/review/1/decision", "{\"same\": false}").expect(200);
		JsonNode third = this.steward.completed(this.steward.post("/linkages", body, 201));
		String queue = this.steward.get("/linkages/%s/review?limit=200".formatted(third.get("id").asString()))
			.toString();
		assertThat(queue).doesNotContain("\"left\":%s,\"right\":%s".formatted(pair.get("left"), pair.get("right")));
		this.steward.http().delete(Steward.PATH + linkage + "/review/1/decision").expect(204);
		this.steward.http().get(Steward.PATH + linkage + "/review/999999").expect(404);
	}

	@Test
	void showsTheRolesOfColumnsBeforeALinkage() {
		String one = this.steward.bring("one",
				"no,vorname,wert,mail,quelle\n1,Ada,1815-12-10,a@x.org,alt\n2,Bob,1990-01-02,b@x.org,alt\n");
		String other = this.steward.bring("other", "given_name,wert\nAda,1815-12-10\nEve,1980-05-06\n");
		JsonNode roles = this.steward.post("/linkages/roles", """
				{"sources": [{"dataSetId": "%s", "keyColumn": "no"}, {"dataSetId": "%s"}],
				 "roles": {"mail": "ignored"}}""".formatted(one, other), 200);
		assertThat(roles.at("/sources/0/examined").asInt()).isEqualTo(2);
		assertThat(roles.at("/sources/0/columns")
			.valueStream()
			.map((column) -> "%s %s %s".formatted(column.get("column").asString(), column.get("role").asString(),
					column.get("origin").asString())))
			.containsExactly("no record_key key", "vorname given_name name", "wert date values", "mail ignored request",
					"quelle ignored single_value");
		assertThat(roles.at("/sources/0/columns/1/reason").asString()).isEqualTo("by the name of the column");
		assertThat(roles.at("/sources/1/columns/0/role").asString()).isEqualTo("given_name");
	}

	@Test
	void saysWhatIsWrongWithALinkage() {
		String set = this.steward.bring("a", "name,city\nAda,London\nBob,Paris\n");
		String source = "{\"dataSetId\": \"%s\"}".formatted(set);
		assertThat(pointer("{\"sources\": []}")).isEqualTo("/sources");
		assertThat(pointer("{\"sources\": [%s, %s]}".formatted(source, source))).isEqualTo("/sources/1/name");
		assertThat(
				pointer("{\"sources\": [%s], \"matchProbability\": 0.5, \"reviewProbability\": 0.9}".formatted(source)))
			.isEqualTo("/reviewProbability");
		assertThat(pointer("{\"sources\": [%s], \"roles\": {\"name\": \"HERO\"}}".formatted(source)))
			.isEqualTo("/roles/name");
		assertThat(pointer("{\"sources\": [%s], \"roles\": {\"name\": null}}".formatted(source)))
			.isEqualTo("/roles/name");
		assertThat(pointer("{\"sources\": [%s], \"roles\": {\"nam\": \"full_name\"}}".formatted(source)))
			.isEqualTo("/roles/nam");
		assertThat(pointer("{\"sources\": [%s], \"otherwise\": {\"kind\": \"source_priority\"}}".formatted(source)))
			.isEqualTo("/otherwise");
		assertThat(pointer("{\"sources\": [{\"dataSetId\": \"%s\", \"keyColumn\": \"x\"}]}".formatted(set)))
			.isEqualTo("/sources/0/keyColumn");
	}

	private String pointer(String body) {
		return this.steward.post("/linkages", body, 400).at("/errors/0/pointer").asString();
	}

}
