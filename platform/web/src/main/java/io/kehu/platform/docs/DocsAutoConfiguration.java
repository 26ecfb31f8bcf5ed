package io.kehu.platform.docs;

import java.util.List;
import java.util.Set;

import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.Preconditions;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration for the OpenAPI conventions that apply to all endpoints. Lists and
 * bulk loads contribute their own descriptions.
 */
@AutoConfiguration
@ConditionalOnClass(OpenAPI.class)
final class DocsAutoConfiguration {

	static {
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(ExpectedVersion.class, Preconditions.class)
			.replaceWithSchema(JsonNode.class, new Schema<>());
	}

	@Bean
	OpenAPI openApi(Environment environment) {
		String service = environment.getProperty("spring.application.name");
		SecurityScheme bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP)
			.scheme("bearer")
			.bearerFormat("JWT");
		Components components = new Components().addSecuritySchemes("bearer", bearer);
		return new OpenAPI()
			.info(new Info().title("Kehu " + service)
				.version("v1")
				.description("The REST API of " + service + ". Paths are the same at the gateway.")
				.contact(new Contact().name("Kehu"))
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
			.servers(List.of(new Server().url("/")))
			.components(ProblemDescription.addTo(DescribedHeaders.addTo(components)))
			.addSecurityItem(new SecurityRequirement().addList("bearer"));
	}

	@Bean
	Conventions conventions(ObjectProvider<OperationDescription> descriptions) {
		return new Conventions(descriptions.stream().toList());
	}

	@Bean
	RecordSchemas recordSchemas() {
		return new RecordSchemas();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	OpenApiCustomizer completion(RecordSchemas records) {
		return (api) -> {
			ProblemDescription.removeUnused(api);
			MergePatches.describe(api);
			api.getComponents().getSchemas().keySet().retainAll(SchemaUse.anywhere(api));
			Set<String> inRequests = SchemaUse.inRequests(api);
			records.written().forEach((name, members) -> {
				Schema<?> schema = api.getComponents().getSchemas().get(name);
				if (schema != null && !inRequests.contains(name)) {
					schema.setRequired(List.copyOf(members));
				}
			});
			WholePatterns.anchor(api);
			Examples.addTo(api);
			Tags.describe(api);
			SharedParameters.move(api);
		};
	}

}
