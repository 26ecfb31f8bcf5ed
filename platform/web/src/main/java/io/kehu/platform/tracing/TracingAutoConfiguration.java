package io.kehu.platform.tracing;

import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Auto-configuration for {@link CurrentTrace}, and for the id of the trace in responses.
 */
@AutoConfiguration
public final class TracingAutoConfiguration {

	@Bean
	CurrentTrace currentTrace(ObjectProvider<Tracer> tracer) {
		return new CurrentTrace(tracer.getIfAvailable(() -> Tracer.NOOP));
	}

	@Bean
	UrlsWithoutQueries urlsWithoutQueries() {
		return new UrlsWithoutQueries();
	}

	/** Runs within the observation of the request, which begins the trace. */
	@Bean
	FilterRegistrationBean<TraceHeaderFilter> traceHeaderFilter() {
		FilterRegistrationBean<TraceHeaderFilter> registration = new FilterRegistrationBean<>(new TraceHeaderFilter());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return registration;
	}

}
