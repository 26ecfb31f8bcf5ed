package io.kehu.platform.test.contract;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks that a dry run answers as the operation does, and stores nothing.
 */
final class RehearsalContract {

	private static final String DRY = "?dryRun=true";

	private final HttpProbe http;

	private final String path;

	RehearsalContract(HttpProbe http, String path) {
		this.http = http;
		this.path = path;
	}

	/**
	 * Checks the operations on a record.
	 * @param id the id of the record
	 * @param change a line that changes it
	 * @param fresh a line that creates another
	 */
	void check(String id, ObjectNode change, ObjectNode fresh) {
		String at = this.path + "/" + id;
		HttpAnswer before = this.http.get(at).expect(200);
		ObjectNode unknown = fresh.deepCopy();
		unknown.put("noSuchMember", 1).put("norThisOne", 2);
		List<JsonNode> results = load(DRY, change, fresh, unknown).expect(200).lines();
		assertThat(results).extracting((result) -> result.get("status").asString())
			.containsExactly("updated", "created", "rejected");
		assertThat(results.get(2).get("errors").valueStream().map((error) -> error.get("pointer").asString()))
			.contains("/noSuchMember", "/norThisOne");
		this.http.get(this.path + "/" + results.get(1).get("id").asString()).expect(404);
		HttpAnswer patched = patch(at + DRY, before.etag(), change);
		// Orders change their status by intents and by bulk loads alone
		assertThat(patched.status()).isIn(200, 400);
		assertThat(patched.json()).isNotEqualTo(before.json());
		patch(at + DRY, "\"999\"", change).expect(412);
		patch(at + "?dryRun=maybe", before.etag(), change).expect(400);
		load("?dryRun=maybe", change).expect(400);
		load(DRY + "&dryRun=false", change).expect(400);
		this.http.with("If-Match", "*").delete(at + DRY).expect(400);
		HttpAnswer after = this.http.get(at).expect(200);
		assertThat(after.json()).isEqualTo(before.json());
		assertThat(after.etag()).isEqualTo(before.etag());
	}

	private HttpAnswer load(String query, ObjectNode... lines) {
		StringBuilder body = new StringBuilder();
		for (ObjectNode line : lines) {
			body.append(line).append('\n');
		}
		return this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", this.path + "/bulk" + query, BodyPublishers.ofString(body.toString()));
	}

	private HttpAnswer patch(String at, String tag, ObjectNode change) {
		return this.http.patch(at, tag, change);
	}

}
