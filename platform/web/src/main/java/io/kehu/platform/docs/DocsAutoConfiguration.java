package io.kehu.platform.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.Environment;
import org.springframework.web.method.HandlerMethod;

/**
 * Auto-configuration for the OpenAPI conventions that apply to all endpoints. Lists and
 * bulk loads contribute their own descriptions.
 */
@AutoConfiguration
@ConditionalOnClass(OpenAPI.class)
final class DocsAutoConfiguration {

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(ExpectedVersion.class)
			.replaceWithSchema(JsonNode.class, new Schema<>());
	}

	@Bean
	OpenAPI openApi(Environment environment) {
		SecurityScheme bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP)
			.scheme("bearer")
			.bearerFormat("JWT");
		return new OpenAPI()
			.info(new Info().title("Kehu " + environment.getProperty("spring.application.name")).version("v1"))
			.servers(List.of(new Server().url("/")))
			.components(ProblemDescription.addTo(new Components().addSecuritySchemes("bearer", bearer)))
			.addSecurityItem(new SecurityRequirement().addList("bearer"));
	}

	@Bean
	OperationCustomizer conventions() {
		return (operation, handler) -> {
			expectedVersion(handler).ifPresent((parameter) -> operation.addParametersItem(new Parameter().in("header")
				.name("If-Match")
				.required(!parameter.isOptional())
				.schema(new StringSchema())
				.description("The entity tag of the version to change, or *")));
			ProblemDescription.addTo(operation);
			return operation;
		};
	}

	private static Optional<MethodParameter> expectedVersion(HandlerMethod handler) {
		return Arrays.stream(handler.getMethodParameters())
			.filter((parameter) -> parameter.getParameterType().equals(ExpectedVersion.class))
			.findFirst();
	}

}
