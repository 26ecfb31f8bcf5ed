package io.kehu.platform.json;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for JSON: exact numbers, a strict mapper for request bodies, and the
 * application's mapper for {@code jsonb} columns.
 */
@AutoConfiguration(after = { JacksonAutoConfiguration.class, ValidationAutoConfiguration.class })
final class JsonAutoConfiguration {

	/** Numbers lose no digits, wherever JSON is read. */
	@Bean
	JsonMapperBuilderCustomizer exactNumbers() {
		return (json) -> json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
	}

	@Bean
	RequestJson requestJson(JsonMapper json, Validator validator) {
		return new RequestJson(StrictMapper.of(json, TextDeserializer.ofRequests()),
				StrictMapper.of(json, TextDeserializer.ofStored()), validator);
	}

	/**
	 * Replaces the validator of {@link NotBlank}, and skips the check whether each
	 * property is loaded.
	 */
	@Bean
	ValidationConfigurationCustomizer validation() {
		return (configuration) -> {
			configuration.traversableResolver(new EveryPropertyReachable());
			if (configuration instanceof BaseHibernateValidatorConfiguration<?> hibernate) {
				hibernate.enableTraversableResolverResultCache(false);
				hibernate.addMapping(blankTexts(hibernate.createConstraintMapping()));
			}
		};
	}

	private static ConstraintMapping blankTexts(ConstraintMapping mapping) {
		mapping.constraintDefinition(NotBlank.class).includeExistingValidators(false).validatedBy(NotBlankText.class);
		return mapping;
	}

	@Bean
	HibernatePropertiesCustomizer columnJson(JsonMapper json) {
		return (properties) -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, new ColumnJson(json));
	}

}
