package io.kehu.platform.tracing;

import io.micrometer.tracing.Tracer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for {@link CurrentTrace}.
 */
@AutoConfiguration
public final class TracingAutoConfiguration {

	@Bean
	CurrentTrace currentTrace(ObjectProvider<Tracer> tracer) {
		return new CurrentTrace(tracer.getIfAvailable(() -> Tracer.NOOP));
	}

}
