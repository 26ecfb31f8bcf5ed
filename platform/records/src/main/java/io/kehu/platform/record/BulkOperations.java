package io.kehu.platform.record;

import java.util.Objects;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.docs.OperationDescription;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the lines of bulk loads and exports in the OpenAPI document, unless the
 * controller describes them itself.
 */
final class BulkOperations implements OperationDescription {

	@Override
	public void complete(Operation operation, HandlerMethod handler) {
		ResolvableType controller = ResolvableType.forClass(RecordController.class, handler.getBeanType());
		if (operation.getRequestBody() != null) {
			describe(operation.getRequestBody().getContent().get(BulkLoader.NDJSON), controller.resolveGeneric(0));
		}
		if (handler.getMethod().getName().equals("export")
				&& RecordController.class.isAssignableFrom(handler.getBeanType())) {
			ApiResponse answer = Objects.requireNonNull(operation.getResponses().get("200"));
			describe(answer.getContent().get(BulkLoader.NDJSON), controller.resolveGeneric(1));
		}
	}

	private static void describe(@Nullable MediaType lines, @Nullable Class<?> type) {
		if (lines != null && lines.getSchema().get$ref() == null && type != null) {
			lines.setSchema(new Schema<>().$ref(type.getSimpleName()));
		}
	}

}
