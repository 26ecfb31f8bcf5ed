package io.kehu.platform.description;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that publishes the AsyncAPI document of a service that has one.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnResource(resources = "classpath:events/asyncapi.yaml")
public class EventDescriptionAutoConfiguration {

	@Bean
	EventDescriptionController eventDescriptionController() {
		return new EventDescriptionController();
	}

}
