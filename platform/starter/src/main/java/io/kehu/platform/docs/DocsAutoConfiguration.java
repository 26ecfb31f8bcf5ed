package io.kehu.platform.docs;

import java.util.Arrays;
import java.util.List;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.RecordController;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
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
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the conventions that all endpoints share.
 */
@AutoConfiguration
@ConditionalOnClass(OpenAPI.class)
final class DocsAutoConfiguration {

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(ListRequest.class, ExpectedVersion.class)
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
			if (takes(handler, ExpectedVersion.class)) {
				operation.addParametersItem(new Parameter().in("header")
					.name("If-Match")
					.required(true)
					.schema(new StringSchema())
					.description("The entity tag of the version that is meant, or *"));
			}
			if (takes(handler, ListRequest.class)) {
				describeList(operation);
			}
			describeLines(operation, handler);
			ProblemDescription.addTo(operation);
			return operation;
		};
	}

	private static boolean takes(HandlerMethod handler, Class<?> type) {
		return Arrays.stream(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType().equals(type));
	}

	private static void describeList(Operation operation) {
		operation.addParametersItem(query("limit", "1 to 200, usually 50").schema(new IntegerSchema()));
		operation.addParametersItem(query("cursor", "Where the page before ended"));
		operation.addParametersItem(query("sort", "Fields, each with - for descending: -createdAt,name"));
		operation.addParametersItem(query("q", "Words that must all occur"));
		operation.addParametersItem(query("count", "true adds the total"));
	}

	/** Says of what the lines of a bulk load are, where a controller has not said it. */
	private static void describeLines(Operation operation, HandlerMethod handler) {
		MediaType lines = (operation.getRequestBody() != null)
				? operation.getRequestBody().getContent().get(BulkLoader.NDJSON) : null;
		Class<?> details = ResolvableType.forClass(RecordController.class, handler.getBeanType()).resolveGeneric(0);
		if (lines != null && lines.getSchema().get$ref() == null && details != null) {
			lines.setSchema(new Schema<>().$ref(details.getSimpleName()));
		}
	}

	private static Parameter query(String name, String description) {
		return new Parameter().in("query").name(name).description(description).schema(new StringSchema());
	}

}
