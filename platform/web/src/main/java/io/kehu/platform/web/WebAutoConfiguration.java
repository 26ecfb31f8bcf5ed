package io.kehu.platform.web;

import java.util.List;

import io.kehu.platform.json.RequestJson;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration for Spring MVC: strict deserialization of request bodies, a limit on
 * their size, and preconditions as controller parameters.
 */
@AutoConfiguration(afterName = "io.kehu.platform.json.JsonAutoConfiguration")
@EnableConfigurationProperties(WebProperties.class)
final class WebAutoConfiguration {

	@Bean
	StreamedRequests streamedRequests(WebProperties properties) {
		return new StreamedRequests(properties.streams());
	}

	@Bean
	FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(WebProperties properties, StreamedRequests streams,
			JsonMapper json) {
		FilterRegistrationBean<BodyLimitFilter> registration = new FilterRegistrationBean<>(
				new BodyLimitFilter(properties.maximumBody().toBytes(), streams, json));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
		return registration;
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebMvcConfigurer mvcConventions(RequestJson json) {
		return new WebMvcConfigurer() {

			@Override
			public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
				converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new ExpectedVersionResolver());
			}

		};
	}

}
