package io.kehu.migration.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules as the API describes them: what it calls optional is, and what it calls
 * required is missed by its name.
 */
@MigrationTest
class RuleDescriptionTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<String, String> TEXTS = Map.of("expression", "row.a == 'x'", "pattern", "x", "region",
			"DE", "country", "DE", "language", "de");

	private final JsonNode schemas = schemas();

	@Autowired
	private Steward steward;

	private static JsonNode schemas() {
		try {
			return JSON.readTree(Files.readString(Path.of("src/main/resources/openapi/openapi.json")))
				.at("/components/schemas");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void takesRulesWithTheirRequiredFieldsAlone() {
		ObjectNode definition = JSON.createObjectNode().put("name", "Required fields alone");
		ArrayNode rules = definition.putArray("rules");
		all().forEach((rule) -> rules.add(rule.whole()));
		assertThat(rules.size()).isGreaterThan(30);
		this.steward.post("/definitions", definition.toString(), 201);
	}

	@Test
	void namesTheRequiredFieldThatIsMissing() {
		for (Case rule : all()) {
			for (String field : rule.part().propertyNames().stream().toList()) {
				JsonNode value = rule.part().remove(field);
				String body = "{\"name\": \"Bad\", \"rules\": [%s]}".formatted(rule.whole());
				JsonNode error = this.steward.post("/definitions", body, 400).at("/errors/0");
				assertThat(error.get("pointer").asString()).as(body).endsWith("/" + field);
				assertThat(error.get("message").asString()).as(body).matches(".*(required|must be one of).*");
				rule.part().set(field, value);
			}
		}
	}

	/** Every kind of every polymorphic type, each inside a rule. */
	private List<Case> all() {
		List<Case> all = new ArrayList<>();
		this.schemas.at("/Rule/oneOf").forEach((kind) -> {
			ObjectNode rule = sample(kind, "rule");
			if (rule.has("expression")) {
				rule.put("expression", "row.a");
			}
			all.add(new Case(rule, rule));
		});
		add(all, "Standard", "{\"rule\": \"standardise\", \"column\": \"a\"}", "standard");
		add(all, "Condition", "{\"rule\": \"filter\", \"action\": \"drop\", \"reason\": \"r\"}", "keep");
		add(all, "FillMethod", "{\"rule\": \"fill\", \"column\": \"a\"}", "method");
		return all;
	}

	private void add(List<Case> all, String type, String rule, String field) {
		this.schemas.at("/" + type + "/oneOf").forEach((kind) -> {
			ObjectNode whole = (ObjectNode) JSON.readTree(rule);
			ObjectNode part = sample(kind, field);
			whole.set(field, part);
			all.add(new Case(whole, part));
		});
	}

	private ObjectNode sample(JsonNode schema, String name) {
		return (ObjectNode) value(schema, name);
	}

	private JsonNode value(JsonNode schema, String name) {
		if (schema.has("$ref")) {
			return value(this.schemas.get(schema.get("$ref").asString().replaceAll(".*/", "")), name);
		}
		if (schema.has("oneOf")) {
			return value(schema.at("/oneOf/0"), name);
		}
		if (schema.has("enum")) {
			return schema.at("/enum/0");
		}
		return switch (schema.get("type").asString()) {
			case "array" -> JSON.createArrayNode().add(value(schema.get("items"), name));
			case "object" -> object(schema);
			case "string" -> JSON.valueToTree(TEXTS.getOrDefault(name, "a"));
			default -> throw new IllegalArgumentException("A required " + schema);
		};
	}

	private JsonNode object(JsonNode schema) {
		ObjectNode object = JSON.createObjectNode();
		schema.path("required")
			.forEach((field) -> object.set(field.asString(),
					value(schema.at("/properties/" + field.asString()), field.asString())));
		if (schema.has("additionalProperties")) {
			object.put("x", "y");
		}
		return object;
	}

	/**
	 * A rule.
	 *
	 * @param whole the whole rule
	 * @param part the part of it that is of interest
	 */
	private record Case(ObjectNode whole, ObjectNode part) {
	}

}
