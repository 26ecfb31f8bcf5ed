package io.kehu.platform.test.infrastructure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

import org.springframework.beans.BeanUtils;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestContextBootstrapper;
import org.springframework.test.context.cache.DefaultCacheAwareContextLoaderDelegate;
import org.springframework.test.context.support.DefaultBootstrapContext;

/**
 * Runs the test classes that share a context one after the other, so that only one
 * context lives at a time. Classes without a context come first.
 */
final class ConfigurationOrder implements ClassOrderer {

	@Override
	public void orderClasses(ClassOrdererContext context) {
		Map<MergedContextConfiguration, Integer> numbers = new HashMap<>();
		Map<Class<?>, Integer> places = new HashMap<>();
		for (ClassDescriptor descriptor : context.getClassDescriptors()) {
			Class<?> testClass = descriptor.getTestClass();
			places.put(testClass,
					configuration(testClass)
						.map((configuration) -> numbers.computeIfAbsent(configuration, (unknown) -> numbers.size() + 1))
						.orElse(0));
		}
		context.getClassDescriptors()
			.sort(Comparator.comparing((ClassDescriptor descriptor) -> places.get(descriptor.getTestClass())));
	}

	private static Optional<MergedContextConfiguration> configuration(Class<?> testClass) {
		if (testClass.getEnclosingClass() != null) {
			return Optional.empty();
		}
		return Optional.ofNullable(TestContextAnnotationUtils.findMergedAnnotation(testClass, BootstrapWith.class))
			.map((annotation) -> {
				TestContextBootstrapper bootstrapper = (TestContextBootstrapper) BeanUtils
					.instantiateClass(annotation.value());
				bootstrapper.setBootstrapContext(
						new DefaultBootstrapContext(testClass, new DefaultCacheAwareContextLoaderDelegate()));
				return bootstrapper.buildMergedContextConfiguration();
			});
	}

}
