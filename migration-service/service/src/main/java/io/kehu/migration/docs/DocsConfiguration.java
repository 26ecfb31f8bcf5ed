package io.kehu.migration.docs;

import io.kehu.migration.clean.chain.Rule;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Completes the OpenAPI description with the cleaning rules.
 */
@Configuration(proxyBeanMethods = false)
class DocsConfiguration {

	@Bean
	@Order(0)
	OpenApiCustomizer rules() {
		return (api) -> KindSchemas.of(Rule.class).forEach(api.getComponents()::addSchemas);
	}

}
