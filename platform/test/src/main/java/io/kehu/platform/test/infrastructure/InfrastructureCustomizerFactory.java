package io.kehu.platform.test.infrastructure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds {@link WithInfrastructure} on a test class and connects its context to the
 * servers.
 */
final class InfrastructureCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		WithInfrastructure annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				WithInfrastructure.class);
		if (annotation == null) {
			return null;
		}
		Set<Server> servers = EnumSet.noneOf(Server.class);
		servers.addAll(List.of(annotation.value()));
		Set<Server> dedicated = EnumSet.noneOf(Server.class);
		dedicated.addAll(List.of(annotation.dedicated()));
		Class<?> outermost = Infrastructure.outermost(testClass);
		return new InfrastructureCustomizer(servers, dedicated, dedicated.isEmpty() ? null : outermost);
	}

}
