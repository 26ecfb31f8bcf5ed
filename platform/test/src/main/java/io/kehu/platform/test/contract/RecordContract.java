package io.kehu.platform.test.contract;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Checks what the record kit promises of every kind of record.
 */
public final class RecordContract {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final String NDJSON = "application/x-ndjson";

	/** Ids that other systems have, each of them awkward in a path. */
	private static final List<String> IDS = List.of("SO/2024/001", "a//b", "50%", "a;b=c", "back\\slash", "..", ".",
			"line\nfeed\u2028", "Köln 東京 👍", "a?b#c&d+e", "bulk", "%2F");

	private static final int MOST_IDS = 20;

	private final HttpProbe http;

	private final String path;

	private final Supplier<String> bodies;

	private final String change;

	/**
	 * Creates a contract.
	 * @param http may read, write and delete the records
	 * @param path the path of the records
	 * @param bodies returns a valid body of a new record, different ones each time
	 * @param change a merge patch that changes one member of it
	 */
	public RecordContract(HttpProbe http, String path, Supplier<String> bodies, String change) {
		this.http = http;
		this.path = path;
		this.bodies = bodies;
		this.change = change;
	}

	/**
	 * Checks reading and changing by external id, for a kind that has external ids.
	 */
	public void checkExternalIds() {
		String run = UUID.randomUUID().toString();
		IDS.forEach((id) -> checkId(id + (id.startsWith(".") ? "" : run)));
		String path = keyed("x" + run);
		this.http.get(path).expect(404);
		patch(this.http.with("If-Match", "*"), path, body()).expect(412);
		assertThat(patch(this.http, path, object("{}")).expect(400).json().at("/errors").size()).isPositive();
		ObjectNode body = body();
		HttpAnswer created = patch(this.http.with("If-None-Match", "*"), path, body).expect(201);
		patch(this.http.with("If-None-Match", "*"), path, body).expect(412);
		patch(this.http.with("If-Match", "\"999\""), path, body).expect(412);
		this.http.with("If-Match", created.etag()).delete(created.header("Location")).expect(204);
		this.http.get(path).expect(404);
		assertThat(patch(this.http, path, body).expect(409).json().at("/errors/0/recordId"))
			.isEqualTo(created.json().get("id"));
		this.http.post(created.header("Location") + "/restore", "").expect(200);
		ObjectNode other = object("{\"externalIds\": [{\"system\": \"other\", \"id\": \"%s\"}]}".formatted(run));
		assertThat(patch(this.http, path, other).expect(200).json().get("externalIds").size()).isEqualTo(2);
		checkOtherKeys("old" + run, "new" + run);
		checkNumberOfIds(run);
	}

	/** Checks that the address alone selects the record that a PUT replaces. */
	private void checkOtherKeys(String held, String absent) {
		HttpAnswer holder = this.http.put(keyed(held), body()).expect(201);
		ObjectNode body = withIds(held);
		this.http.with("If-Match", "*").put(keyed(absent), body).expect(412);
		assertThat(this.http.put(keyed(absent), body).expect(409).json().at("/errors/0/recordId"))
			.isEqualTo(holder.json().get("id"));
		this.http.get(keyed(absent)).expect(404);
		assertThat(this.http.get(keyed(held)).expect(200).json()).isEqualTo(holder.json());
	}

	/**
	 * Checks that ids that are added to those of a record count, too, so that the record
	 * can still be changed.
	 */
	private void checkNumberOfIds(String run) {
		String[] ids = IntStream.range(0, MOST_IDS).mapToObj((index) -> index + "-" + run).toArray(String[]::new);
		HttpAnswer full = this.http.post(this.path, withIds(ids)).expect(201);
		ObjectNode further = withIds(ids[0], "further" + run);
		assertThat(this.http.put(keyed(ids[0]), further).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/externalIds");
		assertThat(pointer(further)).isEqualTo("/externalIds");
		assertThat(this.http
			.put(keyed("further" + run),
					withIds(IntStream.range(0, MOST_IDS)
						.mapToObj((index) -> "of-another-" + index + run)
						.toArray(String[]::new)))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/externalIds");
		this.http.patch(full.header("Location"), full.etag(), object(this.change)).expect(200);
	}

	private ObjectNode withIds(String... ids) {
		ObjectNode body = body();
		ArrayNode array = body.putArray("externalIds");
		for (String id : ids) {
			array.addObject().put("system", "contract").put("id", id);
		}
		return body;
	}

	private void checkId(String id) {
		String path = keyed(id);
		HttpAnswer before = this.http.get(path);
		HttpAnswer created = patch(this.http, path, body()).expect((before.status() == 200) ? 200 : 201);
		assertThat(created.json().at("/externalIds/0/id").asString()).isEqualTo(id);
		HttpAnswer read = this.http.get(path).expect(200);
		assertThat(read.json()).isEqualTo(created.json());
		assertThat(read.etag()).isEqualTo(created.etag());
		HttpAnswer changed = patch(this.http.with("If-Match", read.etag()), path, object(this.change)).expect(200);
		assertThat(changed.etag()).isNotEqualTo(read.etag());
		checkChanged(created.json(), changed.json());
		ObjectNode whole = object(this.bodies.get());
		this.http.put(path, whole).expect(200);
	}

	/**
	 * Checks that the lines of bulk loads are merged, unless they replace the record.
	 * @param key a member that identifies a record
	 */
	public void checkBulkModes(String key) {
		ObjectNode body = body();
		if (key.equals("externalIds")) {
			body.putArray(key).addObject().put("system", "bulk").put("id", UUID.randomUUID().toString());
		}
		UUID id = UUID.fromString(result("", body, "created"));
		JsonNode before = this.http.get(this.path + "/" + id).expect(200).json();
		ObjectNode line = object(this.change);
		line.set(key, body.get(key));
		new RehearsalContract(this.http, this.path).check(id.toString(), line, body());
		assertThat(result("?mode=merge", line, "updated")).isEqualTo(id.toString());
		result("", line, "unchanged");
		JsonNode merged = this.http.get(this.path + "/" + id).expect(200).json();
		checkChanged(before, merged);
		assertThat(result("?mode=replace", body, "updated")).isEqualTo(id.toString());
		JsonNode replaced = this.http.get(this.path + "/" + id).expect(200).json();
		object(this.change).propertyNames()
			.forEach((member) -> assertThat(replaced.path(member)).as(member).isEqualTo(before.path(member)));
		load("?mode=other", body).expect(400);
		ObjectNode unknown = line.deepCopy();
		unknown.put("noSuchMember", 1);
		assertThat(pointer(unknown)).isEqualTo("/noSuchMember");
		unknown.putNull("noSuchMember");
		assertThat(pointer(unknown)).isEqualTo("/noSuchMember");
		HttpAnswer refused = patch(this.http.with("If-Match", "*"), this.path + "/" + id, unknown).expect(400);
		assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("unknown_field");
	}

	/**
	 * Checks that a line of a bulk load does not find a record by an external id that an
	 * earlier line has cleared.
	 * @param key a unique member
	 */
	public void checkMovedExternalIds(String key) {
		ObjectNode first = body();
		ObjectNode second = body();
		for (ObjectNode body : List.of(first, second)) {
			body.putArray("externalIds").addObject().put("system", "bulk").put("id", first.get(key).asString());
		}
		String id = result("", first, "created");
		ObjectNode cleared = object("{\"externalIds\": null}");
		cleared.set(key, first.get(key));
		List<JsonNode> results = this.http.with("Content-Type", NDJSON)
			.exchange("POST", this.path + "/bulk", BodyPublishers.ofString(cleared + "\n" + second))
			.expect(200)
			.lines();
		assertThat(results).extracting((result) -> result.get("status").asString())
			.containsExactly("updated", "created");
		assertThat(results.get(0).get("id").asString()).isEqualTo(id);
		assertThat(this.http.get(this.path + "/" + id).expect(200).json().get(key)).isEqualTo(first.get(key));
	}

	/**
	 * Checks the feed of changes and the pages of the history.
	 * @param created the action of creating a record
	 */
	public void checkChanges(String created) {
		String token = changes("now", 1).get("next").asString();
		HttpAnswer record = this.http.post(this.path, body()).expect(201);
		String at = record.header("Location");
		HttpAnswer changed = this.http.patch(at, record.etag(), object(this.change)).expect(200);
		this.http.with("If-Match", changed.etag()).delete(at).expect(204);
		this.http.post(at + "/restore", "").expect(200);
		String id = record.json().get("id").asString();
		List<String> expected = List.of(created, "changed", "deleted", "restored");
		Awaitility.await().untilAsserted(() -> assertThat(actions(id, token, 200)).isEqualTo(expected));
		assertThat(actions(id, token, 3)).isEqualTo(expected);
		this.http.get(this.path + "/changes?since=x" + token).expect(400);
		this.http.get(this.path + "/changes?limit=0").expect(400);
		assertThat(history(at, 200)).isEqualTo(expected);
		assertThat(history(at, 3)).isEqualTo(expected);
		this.http.get(at + "/history?limit=201").expect(400);
	}

	private JsonNode changes(String since, int limit) {
		return this.http.get(this.path + "/changes?since=%s&limit=%d".formatted(since, limit)).expect(200).json();
	}

	private List<String> actions(String id, String token, int limit) {
		List<String> actions = new ArrayList<>();
		JsonNode page;
		String next = token;
		do {
			page = changes(next, limit);
			next = page.get("next").asString();
			page.get("items").forEach((item) -> {
				if (item.get("id").asString().equals(id)) {
					assertThat(item.at("/record/id").asString()).isEqualTo(id);
					actions.add(item.get("action").asString());
				}
			});
		}
		while (page.get("more").asBoolean());
		return actions;
	}

	private List<String> history(String at, int limit) {
		List<String> actions = new ArrayList<>();
		String cursor = "";
		do {
			JsonNode page = this.http.get(at + "/history?limit=" + limit + cursor).expect(200).json();
			page.get("items").forEach((entry) -> actions.add(entry.get("action").asString()));
			JsonNode next = page.get("nextCursor");
			cursor = next.isNull() ? "" : "&cursor=" + next.asString();
		}
		while (!cursor.isEmpty());
		return actions;
	}

	/** Checks that nothing but the members of the change differs. */
	private void checkChanged(JsonNode before, JsonNode after) {
		ObjectNode changes = object(this.change);
		before.propertyNames().forEach((member) -> {
			if (!changes.has(member) && !List.of("version", "updatedAt").contains(member)) {
				assertThat(after.path(member)).as(member).isEqualTo(before.get(member));
			}
		});
		changes.propertyNames()
			.forEach((member) -> assertThat(after.path(member)).as(member).isNotEqualTo(before.path(member)));
	}

	private String result(String query, ObjectNode line, String status) {
		JsonNode result = load(query, line).expect(200).lines().get(0);
		assertThat(result.get("status").asString()).as(result.toString()).isEqualTo(status);
		return result.path("id").asString();
	}

	private String pointer(ObjectNode line) {
		return load("", line).expect(200).lines().get(0).at("/errors/0/pointer").asString();
	}

	private HttpAnswer load(String query, ObjectNode line) {
		return this.http.with("Content-Type", NDJSON)
			.exchange("POST", this.path + "/bulk" + query, BodyPublishers.ofString(line.toString()));
	}

	private static HttpAnswer patch(HttpProbe http, String path, ObjectNode body) {
		return http.with("Content-Type", HttpProbe.MERGE_PATCH)
			.exchange("PATCH", path, BodyPublishers.ofString(body.toString()));
	}

	private String keyed(String id) {
		return this.path + "/by-external-id/contract/"
				+ URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
	}

	private ObjectNode body() {
		return object(this.bodies.get());
	}

	private static ObjectNode object(String json) {
		return (ObjectNode) MAPPER.readTree(json);
	}

}
