package io.kehu.migration.docs;

import io.kehu.migration.clean.chain.Rule;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.method.HandlerMethod;

/**
 * Completes the OpenAPI description with responses that have no body and with the
 * cleaning rules.
 */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

	@Bean
	OperationCustomizer emptyAnswers() {
		return (operation, handler) -> {
			ApiResponse done = operation.getResponses().get("200");
			if (done != null && isEmpty(handler)) {
				operation.getResponses().remove("200");
				operation.getResponses().addApiResponse("204", done.description("Done").content(null));
			}
			return operation;
		};
	}

	private static boolean isEmpty(HandlerMethod handler) {
		ResolvableType returned = ResolvableType.forMethodReturnType(handler.getMethod());
		return returned.resolve() == ResponseEntity.class && returned.getGeneric(0).resolve() == Void.class;
	}

	@Bean
	OpenApiCustomizer rules() {
		return (api) -> KindSchemas.of(Rule.class).forEach(api.getComponents()::addSchemas);
	}

}
