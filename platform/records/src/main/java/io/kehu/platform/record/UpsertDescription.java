package io.kehu.platform.record;

import java.util.Arrays;
import java.util.Objects;

import io.kehu.platform.docs.OperationDescription;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes in the API description what controllers of records read as trees: the bodies
 * of patches and upserts, which may also contain the other fields of the record as they
 * were read. An upsert may answer 201, too.
 */
final class UpsertDescription implements OperationDescription {

	@Override
	public void complete(Operation operation, HandlerMethod handler) {
		if (!RecordController.class.isAssignableFrom(handler.getBeanType())) {
			return;
		}
		Class<?> details = ResolvableType.forClass(RecordController.class, handler.getBeanType()).resolveGeneric(0);
		if (Arrays.stream(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestBody.class)
					&& parameter.getParameterType() == JsonNode.class)) {
			String name = Objects.requireNonNull(details, handler::toString).getSimpleName();
			operation.getRequestBody()
				.required(true)
				.getContent()
				.values()
				.forEach((body) -> body.setSchema(new Schema<>().$ref(name)));
		}
		ApiResponse changed = operation.getResponses().get("200");
		if (handler.getMethod().getDeclaringClass() == KeyedController.class && changed != null
				&& operation.getRequestBody() != null) {
			operation.getResponses()
				.addApiResponse("201", new ApiResponse().description("Created").content(changed.getContent()));
		}
	}

}
