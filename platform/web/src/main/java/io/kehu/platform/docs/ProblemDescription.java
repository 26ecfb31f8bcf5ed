package io.kehu.platform.docs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Describes the problem documents that each operation answers with, by status.
 */
final class ProblemDescription {

	private static final String NAME = "Problem";

	private static final String FIELD_ERROR = "FieldError";

	private ProblemDescription() {
	}

	static Components addTo(Components components) {
		components.addSchemas(FIELD_ERROR, ModelConverters.getInstance(true).read(FieldError.class).get(FIELD_ERROR))
			.addSchemas(NAME, schema());
		for (ProblemKind kind : ProblemKind.values()) {
			ApiResponse response = new ApiResponse().description(kind.description())
				.content(new Content().addMediaType("application/problem+json",
						new MediaType().schema(new Schema<>().$ref(NAME))));
			response.addHeaderObject(DescribedHeaders.TRACE, DescribedHeaders.reference(DescribedHeaders.TRACE));
			if (kind.isTransient()) {
				response.addHeaderObject("Retry-After", DescribedHeaders.reference("Retry-After"));
			}
			if (kind == ProblemKind.UNAUTHORIZED || kind == ProblemKind.FORBIDDEN) {
				response.addHeaderObject("WWW-Authenticate", ProblemKind.challenge());
			}
			components.addResponses(kind.component(), response);
		}
		return components;
	}

	static void addTo(Operation operation, Handler handler) {
		Set<ProblemKind> kinds = EnumSet.copyOf(ProblemKind.GENERAL);
		if (handler.path().contains("{") || !handler.isSafe()) {
			kinds.addAll(List.of(ProblemKind.NOT_FOUND, ProblemKind.CONFLICT));
		}
		if (!handler.isSafe()) {
			kinds.addAll(List.of(ProblemKind.CONFLICT, ProblemKind.PRECONDITION_FAILED, ProblemKind.CONTENT_TOO_LARGE,
					ProblemKind.UNSUPPORTED_MEDIA_TYPE));
		}
		else {
			kinds.add(ProblemKind.URI_TOO_LONG);
		}
		if (handler.method() == RequestMethod.POST) {
			kinds.add(ProblemKind.UNPROCESSABLE_CONTENT);
		}
		if (handler.takes(ExpectedVersion.class)) {
			kinds.add(ProblemKind.PRECONDITION_REQUIRED);
		}
		kinds.forEach((kind) -> operation.getResponses().putIfAbsent(kind.status(), reference(kind)));
		Arrays.stream(ProblemKind.values())
			.filter((kind) -> handler.mentions(kind.status()))
			.forEach((kind) -> operation.getResponses().put(kind.status(), reference(kind)));
	}

	static void removeUnused(OpenAPI api) {
		Set<String> used = api.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> operation.getResponses().values().stream())
			.map(ApiResponse::get$ref)
			.filter(Objects::nonNull)
			.map((reference) -> reference.substring(reference.lastIndexOf('/') + 1))
			.collect(Collectors.toSet());
		api.getComponents().getResponses().keySet().retainAll(used);
	}

	private static ApiResponse reference(ProblemKind kind) {
		return new ApiResponse().$ref(kind.component());
	}

	private static Schema<?> schema() {
		Schema<?> problem = new ObjectSchema();
		problem.addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema())
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema())
			.addProperty("instance", new StringSchema().format("uri-reference"))
			.addProperty("traceId", new StringSchema())
			.addProperty("errors", new ArraySchema().items(new Schema<>().$ref(FIELD_ERROR)));
		problem.setRequired(List.of("type", "title", "status", "instance"));
		// RFC 9457, section 3.2: some problems have members of their own
		problem.setAdditionalProperties(true);
		return problem;
	}

}
