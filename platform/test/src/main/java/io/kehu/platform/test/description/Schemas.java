package io.kehu.platform.test.description;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of an OpenAPI file, made stricter or milder, and compiled when they are
 * first used.
 */
final class Schemas {

	private static final String ADDRESS = "https://kehu.test/openapi.json";

	private final Consumer<ObjectNode> change;

	private final SchemaRegistry registry;

	private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

	private Schemas(JsonNode document, Consumer<ObjectNode> change) {
		this.change = change;
		String text = changed(document);
		this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(registry) -> registry.schemas(Map.of(ADDRESS, text)));
	}

	/** Returns the schemas of answers, which have no members that are not described. */
	static Schemas ofAnswers(JsonNode document) {
		return new Schemas(document, (schema) -> {
			boolean open = schema.has("properties") && !schema.has("additionalProperties");
			if (open && schema.path("type").asString("").equals("object")) {
				schema.put("additionalProperties", false);
			}
		});
	}

	/**
	 * Returns the schemas of requests. Their texts are normalized before patterns apply
	 * to them.
	 */
	static Schemas ofRequests(JsonNode document) {
		return new Schemas(document, (schema) -> {
			for (String keyword : List.of("pattern", "format")) {
				if (schema.path(keyword).isString()) {
					schema.remove(keyword);
				}
			}
		});
	}

	private String changed(JsonNode schema) {
		JsonNode copy = schema.deepCopy();
		apply(copy);
		return copy.toString();
	}

	private void apply(JsonNode node) {
		if (node instanceof ObjectNode object) {
			this.change.accept(object);
		}
		node.values().forEach(this::apply);
	}

	/** Returns how a JSON text differs from a schema of the file. */
	List<Error> errors(JsonNode schema, String json) {
		return this.compiled.computeIfAbsent(schema.toString(), (given) -> compile(schema))
			.validate(json, InputFormat.JSON, Schemas::withFormats);
	}

	private Schema compile(JsonNode schema) {
		return this.registry.getSchema(changed(schema).replace("\"#/", "\"" + ADDRESS + "#/"), InputFormat.JSON);
	}

	private static void withFormats(ExecutionContext context) {
		context.executionConfig((config) -> config.formatAssertionsEnabled(true));
	}

}
