package io.kehu.platform.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Finds the schemas of an API by their use.
 */
@SuppressWarnings("rawtypes")
final class SchemaUse {

	private final Map<String, Schema> schemas;

	private final Set<String> found = new TreeSet<>();

	private SchemaUse(Map<String, Schema> schemas) {
		this.schemas = schemas;
	}

	/** Returns the names of the schemas that request bodies consist of. */
	static Set<String> inRequests(OpenAPI api) {
		SchemaUse use = new SchemaUse(api.getComponents().getSchemas());
		use.addAll(
				operations(api).map(Operation::getRequestBody).filter(Objects::nonNull).map(RequestBody::getContent));
		return use.found;
	}

	/** Returns the names of the schemas that request bodies and responses consist of. */
	static Set<String> anywhere(OpenAPI api) {
		SchemaUse use = new SchemaUse(api.getComponents().getSchemas());
		use.found.addAll(inRequests(api));
		Stream<ApiResponse> responses = operations(api)
			.flatMap((operation) -> operation.getResponses().values().stream());
		use.addAll(Stream.concat(responses, api.getComponents().getResponses().values().stream())
			.map(ApiResponse::getContent));
		return use.found;
	}

	private static Stream<Operation> operations(OpenAPI api) {
		return api.getPaths().values().stream().map(PathItem::readOperations).flatMap(List::stream);
	}

	private void addAll(Stream<Content> bodies) {
		bodies.filter(Objects::nonNull)
			.flatMap((content) -> content.values().stream())
			.map(MediaType::getSchema)
			.filter(Objects::nonNull)
			.forEach(this::add);
	}

	private void add(Schema<?> schema) {
		if (schema.get$ref() != null) {
			String name = schema.get$ref().substring(Components.COMPONENTS_SCHEMAS_REF.length());
			if (this.found.add(name) && this.schemas.containsKey(name)) {
				add(this.schemas.get(name));
			}
		}
		parts(schema).forEach(this::add);
	}

	/** Returns the schemas that a schema consists of, references as such. */
	static List<Schema<?>> parts(Schema<?> schema) {
		List<Schema<?>> parts = new ArrayList<>();
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach(parts::add);
		}
		Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
			.filter(Objects::nonNull)
			.forEach((alternatives) -> alternatives.forEach(parts::add));
		if (schema.getItems() != null) {
			parts.add(schema.getItems());
		}
		if (schema.getAdditionalProperties() instanceof Schema<?> value) {
			parts.add(value);
		}
		return parts;
	}

}
