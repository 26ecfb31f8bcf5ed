package io.kehu.platform.docs;

import java.util.Map;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;

/**
 * Describes the headers of responses.
 */
final class DescribedHeaders {

	static final String TRACE = "Trace-Id";

	private static final String ETAG = "ETag";

	private static final String LOCATION = "Location";

	private static final String REPLAYED = "Idempotency-Replayed";

	private DescribedHeaders() {
	}

	static Components addTo(Components components) {
		return components
			.addHeaders(TRACE,
					header("The id of the trace, by which the request is found in the logs",
							new StringSchema().pattern("^[0-9a-f]{32}$")))
			.addHeaders(ETAG, tag().required(true))
			.addHeaders(LOCATION, required("The path of the record"))
			.addHeaders("Retry-After", header("Seconds until the next attempt", new IntegerSchema()))
			.addHeaders(REPLAYED,
					header("true if this is the stored answer to an earlier request with the same Idempotency-Key",
							new StringSchema().addEnumItem("true")));
	}

	private static Header header(String description, Schema<?> schema) {
		return new Header().description(description).schema(schema);
	}

	private static Header tag() {
		return header("The entity tag of the record, which begins with its version", new StringSchema());
	}

	private static Header required(String description) {
		return header(description, new StringSchema()).required(true);
	}

	static Header reference(String name) {
		return new Header().$ref("#/components/headers/" + name);
	}

	static void addTo(Operation operation, Handler handler, boolean idempotent) {
		if (handler.answersRecord() && handler.isSafe()) {
			operation.addParametersItem(new Parameter().in("header")
				.name("If-None-Match")
				.schema(new StringSchema())
				.description("The entity tags that the client has; if one of them is current, the answer is 304"));
			operation.getResponses().addApiResponse("304", new ApiResponse().description("Not changed"));
		}
		for (Map.Entry<String, ApiResponse> entry : operation.getResponses().entrySet()) {
			int status = Integer.parseInt(entry.getKey());
			ApiResponse response = entry.getValue();
			if (status >= 400 || response.get$ref() != null) {
				continue;
			}
			response.addHeaderObject(TRACE, reference(TRACE));
			if (handler.answersRecord() && (status / 100 == 2 || status == 304)) {
				response.addHeaderObject(ETAG, handler.canLackTag() ? tag() : reference(ETAG));
			}
			if (handler.entity() != null && (status == 201 || status == 307)) {
				response.addHeaderObject(LOCATION, reference(LOCATION));
			}
			if (idempotent && status / 100 == 2) {
				response.addHeaderObject(REPLAYED, reference(REPLAYED));
			}
		}
	}

}
