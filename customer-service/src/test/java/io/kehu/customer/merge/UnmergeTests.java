package io.kehu.customer.merge;

import java.util.List;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class UnmergeTests extends MergeFixture {

	@Autowired
	private JdbcClient jdbc;

	private Known survivor;

	private Known merged;

	private HttpAnswer merge;

	private void given() {
		this.survivor = person(
				"""
						"name": "Ada", "emails": [{"address": "ada@example.org", "primary": true}], "customFields": {"size": 1.50},
						"externalIds": [{"system": "crm", "id": "%s"}]"""
					.formatted(externalId()));
		this.merged = person(
				"""
						"name": "Ada K", "birthDate": "1815-12-10", "emails": [{"address": "king@example.org", "primary": true}],
						"customFields": {"height": 100.0}, "externalIds": [{"system": "shop", "id": "%s"}]"""
					.formatted(externalId()));
		this.merge = merge(this.survivor, "", this.merged).expect(201);
	}

	@Test
	void restoresAllExactly() {
		given();
		HttpAnswer undone = undo(this.merge).expect(200);
		assertThat(read(this.survivor).content()).isEqualTo(this.survivor.content());
		assertThat(read(this.merged).content()).isEqualTo(this.merged.content());
		assertThat(undone.json().get("undoneBy").asString()).isEqualTo("tester");
		assertThat(undone.etag()).isEqualTo(read(this.survivor).etag());
		assertThat(undo(this.merge).expect(200).json().get("undoneAt")).isEqualTo(undone.json().get("undoneAt"));
		assertThat(this.http.get(this.survivor.path() + "/merges").expect(200).json().at("/items/0").has("undoneAt"))
			.isTrue();
		merge(read(this.survivor), "", read(this.merged)).expect(201);
	}

	@Test
	void keepsWhatTheMergeHadNotChanged() {
		given();
		HttpAnswer changed = this.http
			.patch(this.survivor.path(), "*", "{\"name\": \"Countess\", \"status\": \"active\"}")
			.expect(200);
		undo(this.merge).expect(412);
		this.http.with("If-Match", changed.etag()).post(this.merge.header("Location") + "/undo", "").expect(200);
		JsonNode now = read(this.survivor).json();
		assertThat(now.get("name").asString()).isEqualTo("Countess");
		assertThat(now.get("birthDate").isNull()).isTrue();
		assertThat(now.get("externalIds")).isEqualTo(this.survivor.json().get("externalIds"));
	}

	@Test
	void tellsAllThatContradicts() {
		given();
		this.http
			.patch(this.survivor.path(), "*",
					"{\"birthDate\": \"1816-12-10\", \"emails\": [], \"externalIds\": [], \"name\": \"Other\"}")
			.expect(200);
		String taken = this.merged.json().get("externalIds").toString();
		person("\"name\": \"Thief\", \"externalIds\": " + taken);
		HttpAnswer refused = this.http.with("If-Match", "*")
			.post(this.merge.header("Location") + "/undo", "")
			.expect(409);
		List<String> pointers = refused.json()
			.get("errors")
			.valueStream()
			.map((error) -> error.get("pointer").asString())
			.toList();
		assertThat(pointers).containsExactlyInAnyOrder("/survivor/birthDate", "/survivor/emails", "/merged/0");
		this.http.get(this.merged.path()).expect(307);
	}

	@Test
	void waitsForTheUndoingOfALaterMerge() {
		given();
		Known third = person("\"name\": \"Third\"");
		HttpAnswer later = merge(third, "", read(this.survivor)).expect(201);
		HttpAnswer refused = this.http.with("If-Match", "*")
			.post(this.merge.header("Location") + "/undo", "")
			.expect(409);
		assertThat(refused.json().at("/errors/0/message").asString()).contains(third.id());
		undo(later).expect(200);
		this.http.with("If-Match", "*").post(this.merge.header("Location") + "/undo", "").expect(200);
		assertThat(read(this.survivor).content()).isEqualTo(this.survivor.content());
		assertThat(read(this.merged).content()).isEqualTo(this.merged.content());
		assertThat(read(third).content()).isEqualTo(third.content());
	}

	/** Such texts were stored before requests with control characters were rejected. */
	@Test
	void worksForCustomersWithControlCharactersOfOld() {
		Known ada = person("\"givenName\": \"Ada\", \"familyName\": \"King\"");
		Known other = person("\"givenName\": \"Ada\", \"familyName\": \"Lovelace\", \"birthDate\": \"1815-12-10\"");
		for (Known one : List.of(ada, other)) {
			this.jdbc.sql(
					"update customer set given_name = 'A' || chr(1) || 'd' || chr(133) || 'a' where id = cast(:id as uuid)")
				.param("id", one.id())
				.update();
		}
		HttpAnswer merge = merge(ada, "", other).expect(201);
		undo(merge).expect(200);
		assertThat(storedName(ada)).isEqualTo("A\u0001d\u0085a").isEqualTo(storedName(other));
		this.http.patch(ada.path(), "*", "{\"familyName\": \"Byron\"}").expect(200);
		assertThat(storedName(ada)).isEqualTo("A\u0001d\u0085a");
		JsonNode refused = this.http.patch(ada.path(), "*", "{\"emails\": [{\"address\": \"a\\u0001@b.org\"}]}")
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/emails/0/address");
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("control_character");
	}

	private String storedName(Known one) {
		return this.jdbc.sql("select given_name from customer where id = cast(:id as uuid)")
			.param("id", one.id())
			.query(String.class)
			.single();
	}

	@Test
	void needsThePermissionToChangeAndAMergeThatIsThere() {
		given();
		HttpAnswer denied = this.anyone.as(TestToken.user("customer:read"))
			.with("If-Match", "*")
			.post(this.merge.header("Location") + "/undo", "");
		assertThat(denied.status()).isEqualTo(403);
		String another = this.merge.header("Location").replace(this.survivor.id(), this.merged.id());
		this.http.with("If-Match", "*").post(another + "/undo", "").expect(404);
		this.http.post(this.merge.header("Location") + "/undo", "").expect(428);
		this.http.get(this.merge.header("Location")).expect(200);
	}

}
