package io.kehu.platform.record;

import io.kehu.platform.bulk.BulkLoader;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the lines of a bulk load in the OpenAPI document, unless the controller
 * describes them itself.
 */
final class BulkOperations implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		MediaType lines = (operation.getRequestBody() != null)
				? operation.getRequestBody().getContent().get(BulkLoader.NDJSON) : null;
		Class<?> details = ResolvableType.forClass(RecordController.class, handler.getBeanType()).resolveGeneric(0);
		if (lines != null && lines.getSchema().get$ref() == null && details != null) {
			lines.setSchema(new Schema<>().$ref(details.getSimpleName()));
		}
		return operation;
	}

}
