package io.kehu.platform.rehearsal;

import io.kehu.platform.docs.OperationDescription;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.QueryParameter;

import org.springframework.web.method.HandlerMethod;

/**
 * Describes the parameter of operations that can be rehearsed.
 */
final class RehearsalDescription implements OperationDescription {

	@Override
	public void complete(Operation operation, HandlerMethod handler) {
		if (RehearsalInterceptor.isRehearsable(handler)) {
			Schema<Boolean> schema = new BooleanSchema();
			schema.setDefault(false);
			operation.addParametersItem(new QueryParameter().name(Rehearsal.PARAMETER)
				.description("true validates the request and answers it as usual, but stores nothing")
				.schema(schema));
		}
	}

}
