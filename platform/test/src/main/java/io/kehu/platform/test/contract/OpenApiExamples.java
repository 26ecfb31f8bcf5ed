package io.kehu.platform.test.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records real answers as the examples of the service's OpenAPI file. Ids, numbers,
 * moments and traces, which differ in each run, are replaced by others that do not. With
 * {@code -Dkehu.openapi.write=true} it writes the file of examples instead of comparing.
 */
public final class OpenApiExamples {

	private static final Path FILE = Path.of("src/main/resources/openapi/examples.json");

	private static final Path COMPILED = Path.of("target/classes/openapi/examples.json");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

	/** Numbers that the service counts up, as texts and as numbers. */
	private static final Pattern NUMBER = Pattern.compile("(?<=\"number\":)(\"O-\\d{4}-)?\\d+");

	private static final Pattern TRACE = Pattern.compile("(?<=\"traceId\":\")[0-9a-f]{32}");

	private final HttpProbe http;

	private final Map<String, Map<String, JsonNode>> recorded = new TreeMap<>();

	private String key = "";

	private final Map<String, String> ids = new LinkedHashMap<>();

	/**
	 * Creates a recorder.
	 * @param http may read, write and delete the records
	 */
	public OpenApiExamples(HttpProbe http) {
		this.http = http;
	}

	/**
	 * Records what all kinds of records have in common.
	 * @param path the path of the records
	 * @param body a new record
	 * @param change a merge patch that changes it
	 * @return the answer to its creation
	 */
	public HttpAnswer record(String path, String body, String change) {
		this.key = UUID.randomUUID().toString();
		HttpAnswer created = add("POST " + path, body, keyed().post(path, body).expect(201));
		String at = created.header("Location");
		String id = created.json().get("id").asString();
		add("GET " + path + "/{id}", "", this.http.get(at).expect(200));
		add("PATCH " + path + "/{id}", change, this.http.patch(at, created.etag(), change).expect(200));
		add("GET " + path, "", this.http.get(path + "?id=" + id).expect(200));
		add("GET " + path + "/{id}/history", "", this.http.get(at + "/history").expect(200));
		String batch = "{\"ids\": [\"%s\"]}".formatted(id);
		add("POST " + path + "/batch-get", batch, this.http.post(path + "/batch-get", batch).expect(200));
		this.http.with("If-Match", "*").delete(at).expect(204);
		add("POST " + path + "/{id}/restore", "", this.http.post(at + "/restore", "").expect(200));
		add("POST " + path + "/bulk", body,
				this.http.with("Content-Type", "application/x-ndjson")
					.exchange("POST", path + "/bulk", BodyPublishers.ofString(body.replaceAll("\\s*\\n\\s*", " ")))
					.expect(200));
		return created;
	}

	/**
	 * Records the operations by external id.
	 * @param path the path of the records
	 * @param body a record that exists
	 * @param change a merge patch that changes it
	 * @param key the system and the id of the record in that system, separated by a slash
	 */
	public void recordByExternalId(String path, String body, String change, String key) {
		String at = path + "/by-external-id/" + key;
		String template = path + "/by-external-id/{system}/{externalId}";
		add("GET " + template, "", this.http.get(at).expect(200));
		add("PUT " + template, body, this.http.put(at, body).expect(200));
		add("PATCH " + template, change, this.http.patch(at, "*", change).expect(200));
	}

	/**
	 * Records problems, after a record of some kind.
	 * @param path the path of the records
	 * @param taken the body of a record that conflicts with one that exists
	 * @param invalid a body with an invalid field
	 * @param stranger has no token
	 * @param another has a permission for other things only
	 */
	public void recordProblems(String path, String taken, String invalid, HttpProbe stranger, HttpProbe another) {
		String absent = path + "/" + UUID.randomUUID();
		addProblem(this.http.post(path, invalid).expect(400));
		addProblem(stranger.get(path).expect(401));
		addProblem(another.get(path).expect(403));
		addProblem(this.http.get(absent).expect(404));
		addProblem(this.http.with("Accept", "text/html").get(absent).expect(406));
		addProblem(this.http.post(path, taken).expect(409));
		addProblem(this.http.with("Content-Type", "text/plain").post(path, "text").expect(415));
		addProblem(this.http.with("Content-Type", HttpProbe.MERGE_PATCH)
			.exchange("PATCH", absent, BodyPublishers.ofString("{}"))
			.expect(428));
		addProblem(keyed().post(path, invalid).expect(422));
		String present = path + "/" + this.http.get(path + "?limit=1").expect(200).json().at("/items/0/id").asString();
		addProblem(this.http.patch(present, "\"999\"", "{}").expect(412));
	}

	private HttpProbe keyed() {
		return this.http.with("Idempotency-Key", this.key);
	}

	/**
	 * Records a request and its answer.
	 * @param operation the method and the path of the operation, as they are described
	 * @param request the body of the request, empty if there is none
	 */
	public HttpAnswer add(String operation, String request, HttpAnswer answer) {
		if (!request.isEmpty()) {
			put(operation, "request", request);
		}
		put(operation, String.valueOf(answer.status()), answer.body());
		return answer;
	}

	/** Records a problem as the example for its status. */
	public void addProblem(HttpAnswer answer) {
		put("problems", String.valueOf(answer.status()), answer.body());
	}

	private void put(String operation, String part, String body) {
		this.recorded.computeIfAbsent(operation, (key) -> new TreeMap<>()).put(part, JSON.readTree(lasting(body)));
	}

	private String lasting(String body) {
		String text = ID.matcher(body)
			.replaceAll((id) -> this.ids.computeIfAbsent(id.group(),
					(key) -> "01980000-0000-7000-8000-%012d".formatted(this.ids.size() + 1)));
		text = MOMENT.matcher(text).replaceAll("2026-01-31T09:30:00Z");
		text = NUMBER.matcher(text).replaceAll((number) -> (number.group(1) != null) ? "\"O-2026-1001" : "1001");
		return TRACE.matcher(text).replaceAll("4bf92f3577b34da6a3ce929d0e0e4736");
	}

	/**
	 * Compares what was recorded with the file.
	 * @throws AssertionError when they differ
	 */
	public void check() {
		String text = JSON.writeValueAsString(this.recorded).replace("\r\n", "\n") + "\n";
		try {
			if (Boolean.getBoolean("kehu.openapi.write")) {
				Files.writeString(FILE, text);
				// For the test of the description, if it runs after this one
				Files.writeString(COMPILED, text);
			}
			if (!JSON.readTree(Files.readString(FILE)).equals(JSON.readTree(text))) {
				throw new AssertionError(FILE
						+ " does not contain what the service answers any more; when the change is"
						+ " meant, run this test with -Dkehu.openapi.write=true, and then the test of the description");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
