package io.kehu.platform.docs;

import java.util.List;

import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes what holds for the operations of all services.
 */
final class Conventions implements OperationCustomizer {

	private static final int LONGEST_KEY = 200;

	private final List<OperationDescription> descriptions;

	Conventions(List<OperationDescription> descriptions) {
		this.descriptions = descriptions;
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handled) {
		this.descriptions.forEach((description) -> description.complete(operation, handled));
		Handler handler = Handler.of(handled);
		operation.setOperationId(OperationNames.of(handled));
		operation.setSummary(OperationNames.summary(operation.getSummary(), handled));
		operation.setTags(List.of(OperationNames.tag(handled)));
		describe(operation, handler);
		preconditions(operation, handler);
		boolean idempotent = handler.method() == RequestMethod.POST && !handler.isStreamed() && !refusesKey(operation);
		if (idempotent) {
			operation.addParametersItem(header("Idempotency-Key",
					"A key of the client's choice: repetitions of the request with the same key get the stored answer",
					new StringSchema().minLength(1).maxLength(LONGEST_KEY)));
		}
		emptyAnswer(operation.getResponses(), handler.entity());
		DescribedHeaders.addTo(operation, handler, idempotent);
		ProblemDescription.addTo(operation, handler);
		return operation;
	}

	private static void describe(Operation operation, Handler handler) {
		String permission = Permissions.of(handler.handled().createWithResolvedBean());
		String needs = (permission != null) ? "Requires the permission `%s`.".formatted(permission)
				: "Requires a login only.";
		if (handler.requiresRecentLogin()) {
			needs += " Users need a recent login.";
		}
		String said = operation.getDescription();
		operation.setDescription((said != null) ? said + "\n\n" + needs : needs);
	}

	private static void preconditions(Operation operation, Handler handler) {
		if (handler.takes(ExpectedVersion.class)) {
			operation.addParametersItem(
					header("If-Match", "The entity tag of the version to change, or *", new StringSchema())
						.required(true));
		}
		if (handler.takes(Preconditions.class)) {
			operation.addParametersItem(
					header("If-Match", "The entity tag of the version to change, or * for any", new StringSchema()));
			operation.addParametersItem(
					header("If-None-Match", "* creates, and never changes an existing record", new StringSchema()));
		}
	}

	/** Operations that declare the key themselves do so to refuse it. */
	private static boolean refusesKey(Operation operation) {
		return operation.getParameters() != null
				&& operation.getParameters().removeIf((given) -> given.getName().equals("Idempotency-Key"));
	}

	private static void emptyAnswer(ApiResponses responses, @Nullable Class<?> entity) {
		ApiResponse done = responses.get("200");
		if (done != null && entity == Void.class) {
			responses.remove("200");
			responses.addApiResponse("204", done.content(null));
		}
		responses.forEach((status, response) -> {
			if (status.equals("204")) {
				response.setDescription("Done");
			}
		});
	}

	private static Parameter header(String name, String description, Schema<?> schema) {
		return new Parameter().in("header").name(name).schema(schema).description(description);
	}

}
