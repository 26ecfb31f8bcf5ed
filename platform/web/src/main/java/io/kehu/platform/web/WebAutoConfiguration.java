package io.kehu.platform.web;

import java.util.List;
import java.util.UUID;

import com.netflix.appinfo.ApplicationInfoManager;
import io.kehu.platform.id.Ids;
import io.kehu.platform.json.RequestJson;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Auto-configuration for Spring MVC: strict deserialization of request bodies, a limit on
 * their size, and preconditions as controller parameters.
 */
@AutoConfiguration(afterName = "io.kehu.platform.json.JsonAutoConfiguration")
@EnableConfigurationProperties(WebProperties.class)
@Import(ServedPathsController.class)
final class WebAutoConfiguration {

	@Bean
	ServedPaths servedPaths(
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new ServedPaths(mappings::getObject);
	}

	@Bean
	StreamedRequests streamedRequests(ServedPaths paths) {
		return new StreamedRequests(paths);
	}

	@Bean
	RegisteredPaths registeredPaths(ServedPaths paths, ObjectProvider<EurekaInstanceConfigBean> instance,
			ObjectProvider<ApplicationInfoManager> registration) {
		return new RegisteredPaths(paths, instance, registration);
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
	FilterRegistrationBean<ParameterFilter> parameterFilter(
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
		FilterRegistrationBean<ParameterFilter> registration = new FilterRegistrationBean<>(
				new ParameterFilter(failures));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		return registration;
	}

	@Bean
	FilterRegistrationBean<TaggedCompression> taggedCompression() {
		FilterRegistrationBean<TaggedCompression> registration = new FilterRegistrationBean<>(new TaggedCompression());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
		return registration;
	}

	@Bean
	WebMvcRegistrations registrations() {
		return new WebMvcRegistrations() {

			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new IndexedHandlerMapping();
			}

			@Override
			public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
				return new RetryingHandlerAdapter();
			}

		};
	}

	/**
	 * Returns whether a converter reads a notation other than JSON, which libraries on
	 * the class path bring along and whose mapper is not strict.
	 */
	private static boolean isUndeclared(HttpMessageConverter<?> converter) {
		return converter instanceof AbstractJacksonHttpMessageConverter && !(converter instanceof JsonBodies);
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebMvcConfigurer mvcConventions(RequestJson json) {
		PreconditionResolver preconditions = new PreconditionResolver();
		return new WebMvcConfigurer() {

			@Override
			public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
				converters.withJsonConverter(new JsonBodies(json.mapper()))
					.configureMessageConvertersList((all) -> all.removeIf(WebAutoConfiguration::isUndeclared));
			}

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(preconditions);
			}

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new AcceptCheck());
				registry.addInterceptor(new SingleParameters());
				registry.addInterceptor(preconditions);
			}

			@Override
			public void addFormatters(FormatterRegistry registry) {
				registry.addConverter(String.class, UUID.class, Ids::parse);
			}

		};
	}

}
