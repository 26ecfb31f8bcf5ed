package io.kehu.platform.docs;

import io.kehu.platform.problem.FieldError;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Adds the problem document to the OpenAPI description as the default response of every
 * operation.
 */
final class ProblemDescription {

	private static final String NAME = "Problem";

	private static final String FIELD_ERROR = "FieldError";

	private ProblemDescription() {
	}

	static Components addTo(Components components) {
		Schema<?> error = ModelConverters.getInstance(true).read(FieldError.class).get(FIELD_ERROR);
		MediaType document = new MediaType().schema(new Schema<>().$ref(NAME));
		return components.addSchemas(FIELD_ERROR, error)
			.addSchemas(NAME, schema())
			.addResponses(NAME, new ApiResponse().description("What is wrong (RFC 9457)")
				.content(new Content().addMediaType("application/problem+json", document)));
	}

	static void addTo(Operation operation) {
		operation.getResponses().addApiResponse("default", new ApiResponse().$ref(NAME));
	}

	private static Schema<?> schema() {
		return new ObjectSchema().addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema().format("uri-reference"))
			.addProperty("traceId", new StringSchema())
			.addProperty("errors", new ArraySchema().items(new Schema<>().$ref(FIELD_ERROR)));
	}

}
