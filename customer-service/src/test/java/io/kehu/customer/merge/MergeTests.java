package io.kehu.customer.merge;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MergeTests extends MergeFixture {

	@Test
	void keepsTheSurvivorsValuesFillsGapsAndUnitesLists() {
		String one = externalId();
		String other = externalId();
		Known survivor = person(
				"""
						"givenName": "Ada", "familyName": "Lovelace", "emails": [{"address": "ada@example.org", "primary": true}],
						"tags": ["key"], "customFields": {"shoes": 38}, "externalIds": [{"system": "crm", "id": "%s"}]"""
					.formatted(one));
		Known merged = person("""
				"givenName": "Ada", "familyName": "King", "birthDate": "1815-12-10", "status": "active",
				"emails": [{"address": "ADA@example.org"}, {"address": "king@example.org", "primary": true}],
				"phones": [{"number": "+442079460958", "primary": true}], "tags": ["key", "noble"],
				"addresses": [{"city": "London", "country": "GB"}],
				"customFields": {"shoes": 39, "hats": 2}, "externalIds": [{"system": "shop", "id": "%s"}]"""
			.formatted(other));
		HttpAnswer answer = merge(survivor, "", merged).expect(201);
		JsonNode outcome = read(survivor).content();
		assertThat(outcome.get("name").asString()).isEqualTo("Ada Lovelace");
		assertThat(outcome.get("status").asString()).isEqualTo("prospect");
		assertThat(outcome.get("birthDate").asString()).isEqualTo("1815-12-10");
		assertThat(outcome.get("emails").toString()).isEqualTo("""
				[{"address":"ada@example.org","type":null,"primary":true},\
				{"address":"king@example.org","type":null,"primary":false}]""");
		assertThat(outcome.at("/phones/0/primary").asBoolean()).isTrue();
		assertThat(outcome.at("/addresses/0/city").asString()).isEqualTo("London");
		assertThat(outcome.get("tags").toString()).isEqualTo("[\"key\",\"noble\"]");
		assertThat(outcome.at("/customFields/shoes").asInt()).isEqualTo(38);
		assertThat(outcome.at("/customFields/hats").asInt()).isEqualTo(2);
		assertThat(outcome.get("externalIds").size()).isEqualTo(2);
		assertThat(answer.json().get("survivor").get("version").asString())
			.isEqualTo(read(survivor).etag().replace("\"", ""));
		JsonNode found = this.http.get(PATH + "?externalId=shop:" + other).expect(200).json().get("items");
		assertThat(found.at("/0/id").asString()).isEqualTo(survivor.id());
		HttpAnswer upserted = this.http
			.put(PATH + "/by-external-id/shop/" + other, merged.content().retain("kind", "name").toString())
			.expect(200);
		assertThat(upserted.json().get("id").asString()).isEqualTo(survivor.id());
	}

	@Test
	void takesTheValuesThatAreNamed() {
		Known survivor = person("\"name\": \"A. Lovelace\", \"taxNumber\": \"1\"");
		Known merged = person("\"name\": \"Ada Lovelace\", \"birthDate\": \"1815-12-10\"");
		merge(survivor, ", \"fields\": {\"name\": \"Ada Lovelace\", \"birthDate\": null, \"status\": \"active\"}",
				merged)
			.expect(201);
		JsonNode outcome = read(survivor).json();
		assertThat(outcome.get("name").asString()).isEqualTo("Ada Lovelace");
		assertThat(outcome.get("birthDate").isNull()).isTrue();
		assertThat(outcome.get("status").asString()).isEqualTo("active");
		assertThat(outcome.get("taxNumber").asString()).isEqualTo("1");
	}

	@Test
	void choosesValuesByRuleAndPreviewsThem() {
		Known survivor = person("\"name\": \"Ada\", \"taxNumber\": \"1\"");
		Known merged = person("\"name\": \"Ada Lovelace\", \"status\": \"active\", \"taxNumber\": \"2\"");
		String wanted = "{\"merged\": [%s], \"rules\": {\"name\": \"longest\", \"status\": \"newest\", \"taxNumber\": \"oldest\"}}"
			.formatted(merged.reference());
		JsonNode preview = this.http.post(survivor.path() + "/merges/preview", wanted).expect(200).json();
		assertThat(preview.at("/survivor/name").asString()).isEqualTo("Ada Lovelace");
		assertThat(preview.at("/survivor/status").asString()).isEqualTo("active");
		assertThat(preview.at("/survivor/taxNumber").asString()).isEqualTo("1");
		assertThat(preview.get("differences").valueStream().map((one) -> one.get("field").asString())).contains("name",
				"status", "taxNumber");
		assertThat(preview.at("/moves/contacts").asInt()).isZero();
		assertThat(read(survivor).etag()).isEqualTo(survivor.etag());
		assertThat(read(merged).etag()).isEqualTo(merged.etag());
		this.http.with("If-Match", survivor.etag()).post(survivor.path() + "/merges", wanted).expect(201);
		assertThat(read(survivor).json().get("name").asString()).isEqualTo("Ada Lovelace");
	}

	@Test
	void showsTheMergedOneNowhereAndLeadsToTheSurvivor() {
		String name = "Twin " + UUID.randomUUID();
		Known survivor = person("\"name\": \"%s\"".formatted(name));
		Known merged = person("\"name\": \"%s\"".formatted(name));
		Known last = person("\"name\": \"%s\"".formatted(name));
		this.http.get(merged.path()).expect(200);
		merge(survivor, "", merged).expect(201);
		String query = "?count=true&name=" + name.replace(" ", "%20");
		assertThat(this.http.get(PATH + query).expect(200).json().get("total").asInt()).isEqualTo(2);
		HttpAnswer moved = this.http.get(merged.path()).expect(307);
		assertThat(moved.header("Location")).isEqualTo(survivor.path());
		merge(last, "", read(survivor)).expect(201);
		assertThat(this.http.get(merged.path()).expect(307).header("Location")).isEqualTo(last.path());
		this.http.patch(merged.path(), "*", "{\"name\": \"x\"}").expect(404);
		JsonNode refused = this.http.post(merged.path() + "/restore", "").expect(409).json();
		assertThat(refused.get("detail").asString()).contains(survivor.id());
	}

	@Test
	void isNotedInBothHistoriesAndPublished() {
		Known survivor = person("\"name\": \"Stays\"");
		Known merged = person("\"name\": \"Goes\", \"taxNumber\": \"7\"");
		HttpAnswer merge = merge(survivor, "", merged).expect(201);
		undo(merge).expect(200);
		List<ReceivedEvent> gone = this.events.awaitExactly("kehu.customers", merged.id(),
				"io.kehu.customer.registered.v1", "io.kehu.customer.merged.v1", "io.kehu.customer.unmerged.v1");
		assertThat(gone.get(1).json().get("mergedInto").asString()).isEqualTo(survivor.id());
		assertThat(gone.get(1).json().has("deletedAt")).isTrue();
		assertThat(gone.get(2).json().has("mergedInto")).isFalse();
		List<ReceivedEvent> stayed = this.events.awaitExactly("kehu.customers", survivor.id(),
				"io.kehu.customer.registered.v1", "io.kehu.customer.changed.v1", "io.kehu.customer.changed.v1");
		assertThat(stayed.get(1).json().has("taxNumber")).isFalse();
		assertThat(stayed.get(1).json().has("merged")).isFalse();
		JsonNode lines = this.http.get(survivor.path() + "/history").expect(200).json().get("items");
		assertThat(lines.at("/1/action").asString()).isEqualTo("absorbed");
		assertThat(lines.at("/1/changes").toString()).contains("\"merged\"", merged.id(), "\"taxNumber\"");
		assertThat(lines.at("/2/action").asString()).isEqualTo("released");
		JsonNode mergedLines = this.http.get(merged.path() + "/history").expect(200).json().get("items");
		assertThat(mergedLines.at("/1/action").asString()).isEqualTo("merged");
		assertThat(mergedLines.at("/1/changes").toString()).contains("\"mergedInto\"", survivor.id());
		assertThat(mergedLines.at("/2/action").asString()).isEqualTo("unmerged");
	}

	@Test
	void takesTheChildrenAlongButNeverBelongsToItself() {
		Known survivor = person("\"name\": \"Parent\"");
		Known merged = person("\"name\": \"Parent too\"");
		Known child = person("\"name\": \"Child\", \"parentId\": \"%s\"".formatted(merged.id()));
		Known above = person("\"name\": \"Above\", \"parentId\": \"%s\"".formatted(merged.id()));
		this.http.patch(survivor.path(), "*", "{\"parentId\": \"%s\"}".formatted(above.id())).expect(200);
		JsonNode circle = merge(read(survivor), "", merged).expect(409).json();
		assertThat(circle.at("/errors/0/pointer").asString()).isEqualTo("/fields/parentId");
		HttpAnswer merge = merge(read(survivor), ", \"fields\": {\"parentId\": null}", merged).expect(201);
		assertThat(read(child).json().get("parentId").asString()).isEqualTo(survivor.id());
		assertThat(read(above).json().get("parentId").asString()).isEqualTo(survivor.id());
		undo(merge).expect(200);
		assertThat(read(child).json().get("parentId").asString()).isEqualTo(merged.id());
		assertThat(read(survivor).json().get("parentId").asString()).isEqualTo(above.id());
	}

	@Test
	void needsTheVersionOfEachAndTellsWhatIsWrong() {
		Known survivor = person("\"name\": \"One\"");
		Known merged = person("\"name\": \"Two\"");
		Known company = known(this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"Three\"}").expect(201));
		String unversioned = "{\"merged\": [{\"id\": \"%s\"}]}".formatted(merged.id());
		this.http.post(survivor.path() + "/merges", unversioned).expect(428);
		this.http.with("If-Match", survivor.etag()).post(survivor.path() + "/merges", unversioned).expect(428);
		this.http.patch(merged.path(), merged.etag(), "{\"name\": \"Two!\"}").expect(200);
		merge(survivor, "", merged).expect(412);
		assertThat(merge(survivor, "", survivor).expect(400).json().at("/errors/0/code").asString())
			.isEqualTo("not_unique");
		assertThat(merge(survivor, "", company).expect(409).json().at("/errors/0/pointer").asString())
			.isEqualTo("/merged");
		assertThat(merge(survivor, ", \"fields\": {\"shoes\": 1}", read(merged)).expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/fields/shoes");
		assertThat(merge(survivor, ", \"fields\": {\"name\": null}", read(merged)).expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/fields/name");
		merge(new Known(UUID.randomUUID().toString(), "\"0\"", survivor.json()), "", merged).expect(404);
		merge(survivor, "", new Known(UUID.randomUUID().toString(), "\"0\"", survivor.json())).expect(404);
		assertThat(read(survivor).etag()).isEqualTo(survivor.etag());
		this.http.with("If-Match", "*").post(survivor.path() + "/merges", unversioned).expect(201);
		merge(read(survivor), "", merged).expect(409);
	}

	@Test
	void loadsMergesInBulkWhateverIsWrongWithOthers() {
		Known one = person("\"name\": \"One\"");
		Known two = person("\"name\": \"Two\"");
		Known three = person("\"name\": \"Three\"");
		Known four = person("\"name\": \"Four\"");
		String sound = line(one, "", two);
		List<JsonNode> answers = bulk(sound, "{\"survivorId\": 7}",
				line(four, ", \"fields\": {\"status\": \"king\"}", three), line(four, "", two),
				line(four, ", \"fields\": {\"status\": \"active\"}", three));
		assertThat(answers.stream().map((answer) -> answer.get("status").asString())).containsExactly("created",
				"rejected", "rejected", "rejected", "created");
		assertThat(answers.get(2).at("/errors/0/pointer").asString()).isEqualTo("/fields/status");
		assertThat(answers.get(3).at("/errors/0/code").asString()).isEqualTo("merged");
		assertThat(read(four).json().get("status").asString()).isEqualTo("active");
		List<JsonNode> again = bulk(sound,
				line(one, "", two, four).replaceFirst("\"version\": 0", "\"version\": null"));
		assertThat(again.get(0).get("status").asString()).isEqualTo("unchanged");
		assertThat(again.get(0).get("id")).isEqualTo(answers.get(0).get("id"));
		assertThat(again.get(1).get("status").asString()).as("%s", again.get(1)).isEqualTo("rejected");
		JsonNode merges = this.http.get(one.path() + "/merges").expect(200).json().get("items");
		assertThat(merges.size()).isEqualTo(1);
		assertThat(merges.at("/0/merged/0").asString()).isEqualTo(two.id());
		assertThat(merges.at("/0/mergedBy").asString()).isEqualTo("tester");
	}

	private static String line(Known survivor, String fields, Known... others) {
		String merged = String.join(",", List.of(others).stream().map(Known::reference).toList());
		return "{\"survivorId\": \"%s\", \"version\": %s, \"merged\": [%s]%s}".formatted(survivor.id(),
				survivor.etag().replace("\"", ""), merged, fields);
	}

	@Test
	void letsOnlyOneOfTwoContraryMergesHappen() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			for (int i = 0; i < 10; i++) {
				Known one = person("\"name\": \"One\"");
				Known other = person("\"name\": \"Other\"");
				List<Callable<HttpAnswer>> both = List.of(() -> merge(one, "", other), () -> merge(other, "", one));
				List<Integer> statuses = new java.util.ArrayList<>();
				for (Future<HttpAnswer> answer : threads.invokeAll(both)) {
					statuses.add(answer.get().status());
				}
				assertThat(statuses).contains(201).containsAnyOf(409, 412);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
