package io.kehu.platform.test.description;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Has every answer of a service with an OpenAPI file checked.
 */
@AutoConfiguration
@ConditionalOnClass(Filter.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "kehu.openapi.check", matchIfMissing = true)
@ConditionalOnResource(resources = "classpath:openapi/openapi.json")
final class DescriptionAutoConfiguration {

	@Bean
	FilterRegistrationBean<AnswerFilter> answerFilter() {
		FilterRegistrationBean<AnswerFilter> registration = new FilterRegistrationBean<>(
				new AnswerFilter(new AnswerCheck(DescribedApi.load())));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		registration.setAsyncSupported(true);
		registration.addUrlPatterns("/*");
		return registration;
	}

}
