package io.kehu.platform.test.description;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerCheckTests {

	private static final String JSON = "application/json";

	private static final String NOTE = """
			{"id": "0198e1f2-7a5c-7c3e-9a50-7a0f6f4f9b11", "text": "Call back"}""";

	private final AnswerCheck check = new AnswerCheck(new DescribedApi(
			"""
					{"openapi": "3.1.0", "paths": {
					  "/api/v1/notes": {
					    "get": {"parameters": [{"in": "query", "name": "limit"}, {"$ref": "#/components/parameters/at"}],
					      "responses": {"200": {"content": {"application/json": {"schema": {"type": "array",
					        "items": {"$ref": "#/components/schemas/Note"}}}}}}},
					    "post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Text"}}}},
					      "responses": {"201": {"headers": {"ETag": {"required": true}, "Location": {}},
					        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}},
					        "400": {"$ref": "#/components/responses/Problem"}}}},
					  "/api/v1/notes/{id}": {"get": {"responses": {"200": {"content": {"text/plain": {}}}}}},
					  "/api/v1/notes/export": {"get": {"responses": {"200": {"content": {"application/x-ndjson":
					    {"schema": {"$ref": "#/components/schemas/Note"}}}}}}}},
					 "components": {
					  "parameters": {"at": {"in": "query", "name": "at", "style": "deepObject",
					    "schema": {"properties": {"gte": {}}}}},
					  "responses": {"Problem": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}},
					  "schemas": {"Text": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
					    "Note": {"type": "object", "required": ["id", "text"],
					      "properties": {"id": {"type": "string", "format": "uuid"}, "text": {"type": ["string", "null"]}}}}}}"""));

	private List<String> created(int status, Map<String, String> headers, String type, String body) {
		return this.check.deviations(new Exchange("POST", "/api/v1/notes", List.of(), Set.of(),
				new Body(JSON, "{\"text\": \"Call back\"}"), status, headers, new Body(type, body)));
	}

	private List<String> read(String path, List<String> parameters, String type, String body) {
		return this.check.deviations(new Exchange("GET", path, parameters, Set.of(), new Body(null, ""), 200, Map.of(),
				new Body(type, body)));
	}

	@Test
	void acceptsWhatIsDescribed() {
		assertThat(created(201, Map.of("etag", "\"0\"", "location", "/x", "content-type", JSON), JSON, NOTE)).isEmpty();
		assertThat(created(400, Map.of(), "application/problem+json", "{}")).isEmpty();
		assertThat(read("/api/v1/notes", List.of("limit", "at", "at[gte]"), JSON, "[" + NOTE + "]")).isEmpty();
		assertThat(read("/api/v1/notes/export", List.of(), "application/x-ndjson", NOTE + "\n" + NOTE + "\n"))
			.isEmpty();
	}

	@Test
	void findsStatusesAndMediaTypes() {
		assertThat(created(409, Map.of(), "application/problem+json", "{}"))
			.containsExactly("the status is not described");
		assertThat(created(400, Map.of(), JSON, "{}"))
			.containsExactly("the answer is application/json, which is not described");
	}

	@Test
	void findsHeaders() {
		assertThat(created(201, Map.of("x-color", "red"), JSON, NOTE))
			.containsExactlyInAnyOrder("the header x-color is not described", "the header ETag is missing");
	}

	@Test
	void findsMembersInBodiesAndLines() {
		assertThat(created(201, Map.of("etag", "\"0\""), JSON, "{\"id\": \"7\"}")).hasSize(2)
			.anySatisfy((deviation) -> assertThat(deviation).contains("the answer at /id", "uuid"))
			.anySatisfy((deviation) -> assertThat(deviation).contains("required property 'text'"));
		assertThat(read("/api/v1/notes/export", List.of(), "application/x-ndjson", NOTE + "\n{}\n")).hasSize(2)
			.allSatisfy((deviation) -> assertThat(deviation).startsWith("a line of the answer"));
	}

	@Test
	void findsMembersThatAreNotDescribed() {
		assertThat(created(201, Map.of("etag", "\"0\""), JSON, NOTE.replace("}", ", \"color\": \"red\"}")))
			.singleElement()
			.asString()
			.contains("'color'");
	}

	@Test
	void findsParametersThatAreAccepted() {
		assertThat(read("/api/v1/notes", List.of("at[lte]", "color"), JSON, "[]"))
			.containsExactly("the parameter at[lte] is not described", "the parameter color is not described");
	}

	@Test
	void findsBodiesThatAreAccepted() {
		assertThat(this.check.deviations(new Exchange("POST", "/api/v1/notes", List.of(), Set.of("if-match"),
				new Body(JSON, "{}"), 201, Map.of("etag", "\"0\""), new Body(JSON, NOTE))))
			.hasSize(2)
			.anySatisfy((deviation) -> assertThat(deviation).isEqualTo("the request header If-Match is not described"))
			.anySatisfy((deviation) -> assertThat(deviation).startsWith("the request at"));
	}

	@Test
	void prefersFixedSegmentsToVariables() {
		assertThat(read("/api/v1/notes/7", List.of(), "text/plain", "x")).isEmpty();
		assertThat(read("/api/v1/notes/export", List.of(), "text/plain", "x"))
			.containsExactly("the answer is text/plain, which is not described");
	}

	@Test
	void allowsErrorsAloneForWhatIsNotDescribed() {
		assertThat(read("/api/v1/colors", List.of(), JSON, "[]")).containsExactly("the path is not described");
		assertThat(this.check.deviations(new Exchange("DELETE", "/api/v1/notes", List.of(), Set.of(),
				new Body(null, ""), 405, Map.of(), new Body(JSON, "{}"))))
			.isEmpty();
	}

}
