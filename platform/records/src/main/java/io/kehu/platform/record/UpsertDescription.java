package io.kehu.platform.record;

import java.util.Objects;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the body of an upsert in the API description. The controller reads it as a
 * tree, since it may also contain the other fields of the record as they were read.
 */
final class UpsertDescription implements OperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		if (handler.getMethod().getDeclaringClass().equals(KeyedController.class)
				&& handler.hasMethodAnnotation(PutMapping.class)) {
			Class<?> details = Objects.requireNonNull(
					ResolvableType.forClass(handler.getBeanType()).as(RecordController.class).getGeneric(0).resolve());
			Schema<?> schema = new Schema<>().$ref(details.getSimpleName());
			operation.setRequestBody(new RequestBody().required(true)
				.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
						new MediaType().schema(schema))));
		}
		return operation;
	}

}
